package dev.touchstone.auditor.measure;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.measure.Quality.Figure;
import dev.touchstone.auditor.measure.Quality.Gone;
import dev.touchstone.auditor.measure.Quality.Part;
import dev.touchstone.auditor.measure.Quality.Question;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.TradeOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what was audited with what a person judged. */
public final class Measuring {
    private Measuring() {}

    /** What came of one place: an answer to each question that could be asked there, or nothing that was found again. */
    private record Asked(Place place, Map<Question, Boolean> right) {
        boolean gone() {
            return right.isEmpty();
        }
    }

    /** How many of a document's answers are right. */
    private record Count(int right, int of) {
        static final Count NONE = new Count(0, 0);

        Count plus(Count other) {
            return new Count(right + other.right, of + other.of);
        }

        double share() {
            return of == 0 ? 0 : (double) right / of;
        }
    }

    /**
     * How often the audit is right at the places.
     *
     * @param audited the documents of all places, as an audit found them
     * @param seed for the intervals
     */
    public static Quality quality(List<Place> places, Map<Paper, Audited> audited, long seed) {
        var asked = places.stream()
                .map(place -> new Asked(place, ask(place, found(audited, place))))
                .toList();
        return new Quality(
                part(asked, _ -> true, seed),
                part(asked, paper -> !paper.heldBack(), seed),
                part(asked, Paper::heldBack, seed));
    }

    private static Audited found(Map<Paper, Audited> audited, Place place) {
        return Optional.ofNullable(audited.get(place.paper()))
                .orElseThrow(() -> new IllegalArgumentException("not audited: " + place.paper()));
    }

    private static Map<Question, Boolean> ask(Place place, Audited audited) {
        return switch (place) {
            case Place.TradeOff tradeOff ->
                reports(audited, tradeOff) ? Map.of(Question.TRADE_OFF, tradeOff.real()) : Map.of();
            case Place.Mention mention ->
                audited.references().stream()
                        .filter(reference -> reference.value().equals(mention.value())
                                && span(reference).equals(mention.span()))
                        .findFirst()
                        .map(reference -> ask(mention, reference))
                        .orElse(Map.of());
            case Place.Whole whole -> ask(whole.verdict(), Verdict.of(audited, whole.value()));
        };
    }

    private static Map<Question, Boolean> ask(Place.Mention mention, Reference reference) {
        if (mention.bearing().isEmpty()) return Map.of(Question.REFERENCE, false);
        var bearing = mention.bearing().get();
        return Map.of(
                Question.REFERENCE, true,
                Question.ABOUT, reference.judgement().about() == bearing.about(),
                Question.EFFECT, reference.effect() == bearing.effect());
    }

    private static Map<Question, Boolean> ask(Verdict person, Verdict machine) {
        var right = new TreeMap<Question, Boolean>();
        right.put(Question.PRESENCE, person.presence() == machine.presence());
        if (person.presence() == Verdict.Presence.AT_WORK) right.put(Question.SIDES, person.sides() == machine.sides());
        return right;
    }

    private static boolean reports(Audited audited, Place.TradeOff place) {
        return audited.scorecards().stream()
                .flatMap(card -> card.tradeOffs().stream())
                .anyMatch(tradeOff -> isAt(tradeOff, place, audited.references()));
    }

    private static boolean isAt(TradeOff tradeOff, Place.TradeOff place, List<Reference> references) {
        return tradeOff.gaveWay().equals(place.gaveWay())
                && tradeOff.to().equals(place.to())
                && span(references, tradeOff.givenUp()).equals(Optional.of(place.givenUp()))
                && span(references, tradeOff.served()).equals(Optional.of(place.served()));
    }

    private static Optional<Span> span(List<Reference> references, int number) {
        return references.stream()
                .filter(reference -> reference.number() == number)
                .findFirst()
                .map(Measuring::span);
    }

    private static Span span(Reference reference) {
        return reference.evidence().span();
    }

    private static Part part(List<Asked> all, Predicate<Paper> chosen, long seed) {
        var asked = all.stream().filter(one -> chosen.test(one.place().paper())).toList();
        var figures = new TreeMap<Question, Figure>();
        for (var question : Question.values())
            if (asked.stream().anyMatch(one -> one.right().containsKey(question)))
                figures.put(question, figure(asked, question, seed));
        var documents =
                (int) asked.stream().map(one -> one.place().paper()).distinct().count();
        return new Part(documents, figures, gone(asked));
    }

    private static Figure figure(List<Asked> asked, Question question, long seed) {
        var byPaper = asked.stream()
                .filter(one -> one.right().containsKey(question))
                .collect(Collectors.groupingBy(
                        one -> one.place().paper(),
                        TreeMap::new,
                        Collectors.reducing(Count.NONE, one -> count(one, question), Count::plus)));
        var counts = new ArrayList<>(byPaper.values());
        var sum = counts.stream().reduce(Count.NONE, Count::plus);
        return new Figure(sum.right(), sum.of(), Bootstrap.of(counts, Count.NONE, Count::plus, Count::share, seed));
    }

    private static Count count(Asked asked, Question question) {
        return new Count(Boolean.TRUE.equals(asked.right().get(question)) ? 1 : 0, 1);
    }

    private static Gone gone(List<Asked> asked) {
        var gone = asked.stream().filter(Asked::gone).map(Asked::place).toList();
        return new Gone(
                count(gone, place -> place instanceof Place.TradeOff tradeOff && tradeOff.real()),
                count(gone, place -> place instanceof Place.TradeOff tradeOff && !tradeOff.real()),
                count(
                        gone,
                        place -> place instanceof Place.Mention mention
                                && mention.bearing().isPresent()),
                count(
                        gone,
                        place -> place instanceof Place.Mention mention
                                && mention.bearing().isEmpty()));
    }

    private static int count(List<Place> places, Predicate<Place> wanted) {
        return (int) places.stream().filter(wanted).count();
    }
}
