package dev.touchstone.web.testing;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.auditor.score.Scored;
import dev.touchstone.auditor.score.TradeOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a decision record sentence by sentence and files it as the pipeline would. */
public final class TestingRecord {
    private final Charter charter;
    private final String path;
    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final List<Reference> references = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Started> decisions = new ArrayList<>();
    private final List<TradeOff> tradeOffs = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private final List<Entry> parts = new ArrayList<>();
    private String team = "";
    private Optional<LocalDate> date = Optional.empty();
    private Status status = new Status("Accepted", Status.Normal.ACCEPTED);
    private String format = "madr4";
    private String heading = "";
    private Section.Kind kind = Section.Kind.OTHER;

    private record Started(String title, int start) {}

    /** A record and the text that its offsets point into. */
    public record Filed(Entry entry, String text) {}

    public TestingRecord(Charter charter, String path, String title) {
        this.charter = charter;
        this.path = path;
        this.title = title;
        text.append(title).append("\n\n");
    }

    public TestingRecord by(String name, LocalDate day) {
        team = name;
        date = Optional.of(day);
        return this;
    }

    public TestingRecord standing(String raw, Status.Normal normal) {
        status = new Status(raw, normal);
        return this;
    }

    public TestingRecord in(String id) {
        format = id;
        return this;
    }

    public TestingRecord relating(Relation.Kind relation, String target) {
        relations.add(new Relation(relation, target));
        return this;
    }

    public TestingRecord limited(String limit) {
        limits.add(limit);
        return this;
    }

    public TestingRecord holding(Filed part) {
        parts.add(part.entry());
        return this;
    }

    /** A decision of its own begins here, as in minutes. */
    public TestingRecord decision(String name) {
        decisions.add(new Started(name, text.length()));
        return this;
    }

    public TestingRecord option(String name, Option.Fate fate) {
        options.add(new Option(name, fate));
        return this;
    }

    public TestingRecord section(String name, Section.Kind of) {
        heading = name;
        kind = of;
        text.append(name).append("\n\n");
        return this;
    }

    public TestingRecord says(String paragraph) {
        text.append(paragraph).append("\n\n");
        return this;
    }

    /** A sentence that refers to a value. */
    public TestingRecord refers(String sentence, Value value, Role role, Stance stance, About about) {
        var span = new Span(text.length(), text.length() + sentence.length());
        text.append(sentence).append("\n\n");
        return refersAgain(span, sentence, value, new Judgement(role != Role.BEHAVIOUR, stance, about, false, role));
    }

    /** The last sentence refers to another value as well. */
    public TestingRecord alsoTo(Value value, Role role, Stance stance, About about) {
        var last = references.getLast().evidence();
        return refersAgain(last.span(), last.quote(), value, new Judgement(false, stance, about, false, role));
    }

    private TestingRecord refersAgain(Span span, String sentence, Value value, Judgement judgement) {
        references.add(new Reference(
                references.size() + 1,
                value.id(),
                judgement,
                false,
                new Confidence(600 + 37 * (references.size() + path.length()) % 390),
                new Evidence(span, sentence, heading, kind, 0),
                List.of(
                        new Signal(Signal.Kind.TERM, value.name().toLowerCase(java.util.Locale.ROOT)),
                        new Signal(
                                Signal.Kind.BEHAVIOUR,
                                "0.61 \"" + value.conduct().behaviours().getFirst() + "\""))));
        return this;
    }

    /** A sentence of which it cannot be told whether it refers to a value. */
    public TestingRecord mayRefer(String sentence, Value value) {
        var span = new Span(text.length(), text.length() + sentence.length());
        text.append(sentence).append("\n\n");
        return mayRefer(span, sentence, value);
    }

    /** The last such sentence may refer to another value as well. */
    public TestingRecord orTo(Value value) {
        var last = doubts.getLast().evidence();
        return mayRefer(last.span(), last.quote(), value);
    }

    private TestingRecord mayRefer(Span span, String sentence, Value value) {
        doubts.add(new Doubt(
                value.id(),
                new Confidence(300 + 43 * (doubts.size() + path.length()) % 190),
                new Evidence(span, sentence, heading, kind, 0)));
        return this;
    }

    /** A sentence that gives a concern as a reason. */
    public TestingRecord argues(String sentence, String concern) {
        var span = new Span(text.length(), text.length() + sentence.length());
        text.append(sentence).append("\n\n");
        arguments.add(new Argument(
                concern,
                new Confidence(600 + 41 * (arguments.size() + path.length()) % 390),
                new Evidence(span, sentence, heading, kind, 0)));
        return this;
    }

    /** The last two references: the first was given up for the second. */
    public TestingRecord tradesOff() {
        var served = references.getLast();
        var givenUp = references.get(references.size() - 2);
        tradeOffs.add(new TradeOff(givenUp.value(), served.value(), givenUp.number(), served.number()));
        return this;
    }

    public Filed file() {
        if (decisions.isEmpty() && !format.equals("minutes")) decisions.add(new Started(title, 0));
        var scorecards = new ArrayList<Scorecard>();
        for (var number = 0; number < decisions.size(); number++) scorecards.add(scorecard(number));
        var words = text.toString().split("\\s+", -1).length;
        var audited = new Audited(
                new Metadata(
                        title,
                        date,
                        team,
                        status,
                        List.of("Somebody Unnamed"),
                        relations,
                        Map.of("date", Field.Origin.HEADER, "team", Field.Origin.FOLDER)),
                new Recognition(format, List.of("front matter has decision-makers", "a heading Considered Options")),
                new Extent("text/markdown", "en", true, Math.max(1, words / 12), words),
                new Scored(references, doubts, arguments, scorecards),
                limits);
        return new Filed(new Entry(path, hash(), audited, parts), text.toString());
    }

    private String hash() {
        return "%064x"
                .formatted(new java.math.BigInteger(1, path.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .substring(0, 64);
    }

    private Scorecard scorecard(int number) {
        var start = decisions.get(number).start();
        var end = number + 1 < decisions.size() ? decisions.get(number + 1).start() : text.length();
        var span = new Span(start, end);
        var scores = charter.values().stream()
                .map(value -> score(
                        value,
                        references.stream()
                                .filter(reference -> reference.value().equals(value.id())
                                        && span.contains(reference.evidence().span()))
                                .toList()))
                .toList();
        return new Scorecard(
                new Decision(Decision.Id.of(number + 1), decisions.get(number).title(), span, options),
                scores,
                number == 0 ? tradeOffs : List.of());
    }

    private static Score score(Value value, List<Reference> own) {
        if (own.isEmpty()) return new Score.Silent(value.id());
        return new Score.Measured(
                value.id(),
                new Balance(count(own, Effect.SERVED), count(own, Effect.GIVEN_UP), count(own, Effect.MOTIVATES), (int)
                        own.stream()
                                .filter(reference -> reference.judgement().role() == Role.DECLARATION)
                                .count()),
                own);
    }

    private static int count(List<Reference> references, Effect effect) {
        return (int) references.stream()
                .filter(reference -> reference.effect() == effect)
                .count();
    }
}
