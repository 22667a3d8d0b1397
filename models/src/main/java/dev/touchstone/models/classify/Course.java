package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.Heads.Tone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One training. What the combiner learns from must look like what it will meet, so a sentence's concerns come from heads that
 * have not seen its document: the documents are dealt into folds.
 */
final class Course {
    private static final int FOLDS = 3;
    /** On squared weights; worth a hundred rows. */
    private static final double PENALTY = 100;

    private final Corpus corpus;
    private final Gold gold;
    private final long seed;

    Course(Corpus corpus, Gold gold, long seed) {
        this.corpus = corpus;
        this.gold = gold;
        this.seed = seed;
    }

    Weights weights() {
        var inventory = inventory();
        var rows = rows(inventory);
        var presence = presence(rows);
        return WeightsFile.rounded(new Weights(
                corpus.encoder(), trainedOn(), inventory, presence, judges(rows), Adaptation.NONE, cut(rows)));
    }

    private List<String> trainedOn() {
        var names = new TreeSet<String>();
        for (var sentence : gold.learnt()) names.add(sentence.example().organisation());
        for (var sentence : gold.concerns()) names.add(sentence.example().organisation());
        return List.copyOf(names);
    }

    // ---- concerns ----

    /** Heads that have read the chosen sentences. */
    Heads heads(Predicate<ConcernSentence> chosen) {
        return heads(chosen, context -> context);
    }

    private Heads heads(Predicate<ConcernSentence> chosen, UnaryOperator<SentenceInContext> seen) {
        var labels = labels();
        var sentences = gold.concerns().stream().filter(chosen).toList();
        return HeadsTraining.train(
                labels,
                sentences.stream()
                        .map(sentence -> seen.apply(corpus.context(sentence.example())))
                        .toList(),
                sentences.stream().map(sentence -> targets(sentence, labels)).toList(),
                seed);
    }

    private List<String> labels() {
        var concerns = gold.concerns().stream()
                .flatMap(sentence -> sentence.bearings().stream())
                .map(ConcernSentence.Bearing::concern)
                .distinct()
                .sorted();
        return Stream.concat(concerns, Stream.of(Tone.values()).map(tone -> "tone " + tone))
                .toList();
    }

    private static float[] targets(ConcernSentence sentence, List<String> labels) {
        var targets = new float[labels.size()];
        for (var bearing : sentence.bearings()) {
            targets[labels.indexOf(bearing.concern())] = 1;
            if (bearing.stance().equals(Optional.of(Stance.COMPROMISES)))
                targets[labels.indexOf("tone " + Tone.COMPROMISES)] = 1;
            bearing.role().ifPresent(role -> targets[labels.indexOf("tone " + tone(role))] = 1);
        }
        return targets;
    }

    private static Tone tone(Role role) {
        return switch (role) {
            case REASON -> Tone.REASON;
            case BEHAVIOUR -> Tone.BEHAVIOUR;
            case DECLARATION -> Tone.DECLARATION;
        };
    }

    private Inventory inventory() {
        var heads = heads(_ -> true);
        var background = background();
        var glimpses = heads(_ -> true, SentenceInContext::atAGlance);
        var views = views(new Inventory(heads, new Sieve(glimpses, 0), background));
        return new Inventory(heads, new Sieve(glimpses, Sieve.cut(strengths(views))), background);
    }

    /** Of sentences with references in documents that the glimpses have not seen. */
    private List<Double> strengths(Function<Example, CharterView> views) {
        var unseen = new Sieve(heads(sentence -> fold(sentence.example()) != 0, SentenceInContext::atAGlance), 0);
        return gold.learnt().parallelStream()
                .filter(sentence -> !sentence.labels().isEmpty())
                .map(LabelledSentence::example)
                .filter(example -> fold(example) == 0)
                .map(example -> unseen.strength(
                        corpus.context(example), views.apply(example).profiles()))
                .toList();
    }

    private Background background() {
        return Background.of(gold.concerns().stream()
                .map(sentence -> corpus.context(sentence.example()).sentence().vector())
                .toList());
    }

    private static int fold(Example example) {
        return Math.floorMod(example.document().hashCode(), FOLDS);
    }

    // ---- pairs ----

    /** One (sentence, value) pair to learn from. */
    private record Row(
            LabelledSentence sentence,
            SentenceInContext context,
            Resemblance resemblance,
            Map<String, Double> features,
            Optional<LabelledSentence.Label> label) {
        String organisation() {
            return sentence.example().organisation();
        }
    }

    private List<Row> rows(Inventory inventory) {
        var byFold = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> heads(sentence -> fold(sentence.example()) != fold))
                .toList();
        var views = views(inventory);
        return gold.learnt().parallelStream()
                .map(sentence -> rows(sentence, views.apply(sentence.example()), byFold.get(fold(sentence.example()))))
                .flatMap(Collection::stream)
                .toList();
    }

    /** Whose charter, by whose encoder. */
    private record Reading(String organisation, String home) {
        static Reading of(Example example) {
            return new Reading(example.organisation(), example.home());
        }
    }

    private Function<Example, CharterView> views(Inventory inventory) {
        var views = new ConcurrentHashMap<Reading, CharterView>();
        return example -> views.computeIfAbsent(
                Reading.of(example),
                reading ->
                        CharterView.of(gold.charter(reading.organisation()), corpus.read(reading.home()), inventory));
    }

    private List<Row> rows(LabelledSentence sentence, CharterView view, Heads heads) {
        var context = corpus.context(sentence.example());
        var judging = view.judging(context, heads.probabilities(context));
        var features = view.features(judging);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < features.size(); i++) {
            var resemblance = judging.resemblances().get(i);
            var value = resemblance.profile().value().id();
            if (!sentence.disputed().contains(value))
                rows.add(new Row(sentence, context, resemblance, features.get(i), sentence.label(value)));
        }
        return rows;
    }

    private static Combiner presence(List<Row> rows) {
        return combiner(rows, Row::features, row -> row.label().isPresent());
    }

    /**
     * The confidence from which F1 is best, averaged over organisations, each predicted by a combiner that has not seen it:
     * the product meets charters that it has not seen.
     */
    private static Cut cut(List<Row> rows) {
        var groups = unseen(
                rows, Row::organisation, Row::features, row -> row.label().isPresent());
        return groups.isEmpty() ? new Cut(500, 500) : Thresholds.cut(groups);
    }

    /** Answers for each organisation by a combiner trained on the others; none when there are no others. */
    private static <T> List<List<Thresholds.Scored>> unseen(
            List<T> rows,
            Function<T, String> organisation,
            Function<T, Map<String, Double>> features,
            Predicate<T> answer) {
        var groups = rows.stream().collect(Collectors.groupingBy(organisation, TreeMap::new, Collectors.toList()));
        if (groups.size() < 2) return List.of();
        return groups.keySet().parallelStream()
                .map(held -> {
                    var others = rows.stream()
                            .filter(row -> !organisation.apply(row).equals(held))
                            .toList();
                    var combiner = combiner(others, features, answer);
                    return Objects.requireNonNull(groups.get(held)).stream()
                            .map(row ->
                                    new Thresholds.Scored(combiner.probability(features.apply(row)), answer.test(row)))
                            .toList();
                })
                .toList();
    }

    private static <T> Combiner combiner(List<T> rows, Function<T, Map<String, Double>> features, Predicate<T> answer) {
        return Combiner.train(
                rows.stream().map(features).toList(),
                rows.stream().map(answer::test).toList(),
                PENALTY);
    }

    private Weights.Judges judges(List<Row> rows) {
        var labelled = rows.stream().filter(row -> row.label().isPresent()).toList();
        var judged = labelled.parallelStream()
                .map(row -> new Judged(
                        row.organisation(),
                        fold(row.sentence().example()),
                        Recogniser.judgementRow(row.features(), row.resemblance(), corpus.cues(row.context())),
                        row.label().orElseThrow()))
                .toList();
        var directed = judged.stream()
                .filter(row -> row.label()
                        .stance()
                        .filter(stance -> stance != Stance.NEUTRAL)
                        .isPresent())
                .toList();
        var withRole =
                judged.stream().filter(row -> row.label().role().isPresent()).toList();
        var groups = unseen(directed, Judged::organisation, Judged::row, Judged::compromises);
        return new Weights.Judges(
                combiner(directed, Judged::row, Judged::compromises),
                groups.isEmpty() ? 500 : Thresholds.bestMacroF1(groups),
                combiner(withRole, Judged::row, row -> row.plays(Role.REASON)),
                combiner(withRole, Judged::row, row -> row.plays(Role.BEHAVIOUR)),
                combiner(withRole, Judged::row, row -> row.plays(Role.DECLARATION)),
                declarationFrom(withRole));
    }

    /**
     * Chosen by documents and not by organisations: nearly all declarations are one organisation's. As many are found as there are,
     * because the decoration index counts them.
     */
    private static int declarationFrom(List<Judged> rows) {
        if (rows.stream().noneMatch(row -> row.plays(Role.DECLARATION))) return 500;
        return Thresholds.breakEven(
                unseen(rows, row -> "fold " + row.fold(), Judged::row, row -> row.plays(Role.DECLARATION)).stream()
                        .flatMap(List::stream)
                        .toList());
    }

    private record Judged(String organisation, int fold, Map<String, Double> row, LabelledSentence.Label label) {
        boolean compromises() {
            return label.stance().equals(Optional.of(Stance.COMPROMISES));
        }

        boolean plays(Role role) {
            return label.role().equals(Optional.of(role));
        }
    }
}
