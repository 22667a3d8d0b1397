package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.Heads.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
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
    /** The concerns in order, then the tones. */
    private final List<String> labels;

    Course(Corpus corpus, Gold gold, long seed) {
        this.corpus = corpus;
        this.gold = gold;
        this.seed = seed;
        this.labels = labels(gold);
    }

    Weights weights() {
        var inventory = inventory();
        var rows = rows(inventory);
        var presence = presence(rows);
        var cut = cut(rows);
        return WeightsFile.rounded(new Weights(
                corpus.encoder(),
                trainedOn(),
                inventory,
                sieve(inventory, found(rows, presence, cut)),
                presence,
                judges(rows),
                Adaptation.NONE,
                cut));
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
        return heads(gold.concerns().stream()
                .filter(chosen)
                .map(sentence -> new Lesson(corpus.context(sentence.example()), targets(sentence, labels)))
                .toList());
    }

    /**
     * Heads that have glanced at the chosen sentences, also at those whose concerns nobody has labelled: of them the tones are known.
     */
    private Heads glimpses(Predicate<Example> chosen) {
        var concerns = gold.concerns().stream()
                .map(sentence -> sentence.example().id())
                .collect(Collectors.toSet());
        var alike = gold.concerns().stream()
                .filter(sentence -> chosen.test(sentence.example()))
                .map(sentence -> lesson(sentence.example(), targets(sentence, labels)));
        var others = gold.learnt().stream()
                .filter(sentence -> chosen.test(sentence.example()))
                .filter(sentence -> !concerns.contains(sentence.example().id()))
                .map(sentence -> lesson(sentence.example(), tones(sentence, labels)));
        return heads(Stream.concat(alike, others).toList());
    }

    private Lesson lesson(Example example, float[] targets) {
        return new Lesson(corpus.context(example).atAGlance(), targets);
    }

    /** A sentence as it is seen, and what it is to teach. */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    private record Lesson(SentenceInContext seen, float[] targets) {}

    private Heads heads(List<Lesson> lessons) {
        return HeadsTraining.train(
                labels,
                lessons.stream().map(Lesson::seen).toList(),
                lessons.stream().map(Lesson::targets).toList(),
                seed);
    }

    private static List<String> labels(Gold gold) {
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

    /** Those of a sentence whose concerns are unknown. */
    private static float[] tones(LabelledSentence sentence, List<String> labels) {
        var targets = new float[labels.size()];
        Arrays.fill(targets, 0, labels.size() - Tone.values().length, Float.NaN);
        for (var label : sentence.labels()) {
            if (label.stance().equals(Optional.of(Stance.COMPROMISES)))
                targets[labels.indexOf("tone " + Tone.COMPROMISES)] = 1;
            label.role().ifPresent(role -> targets[labels.indexOf("tone " + tone(role))] = 1);
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
        return new Inventory(heads(_ -> true), ordinary());
    }

    private OrdinarySentences ordinary() {
        return OrdinarySentences.of(gold.concerns().stream()
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

    // ---- what is worth reading ----

    /** Ids of the sentences in which a reference is found that is one. */
    private static Set<String> found(List<Row> rows, Combiner presence, Cut cut) {
        return rows.stream()
                .filter(row -> row.label().isPresent())
                .filter(row -> cut.finds(Confidence.of(presence.probability(row.features()))))
                .map(row -> row.sentence().example().id())
                .collect(Collectors.toSet());
    }

    /**
     * A labelled sentence as glimpses see it that have not seen its document.
     *
     * @param found whether a reference is found in it
     */
    private record Look(String organisation, int fold, boolean named, Map<String, Double> features, boolean found) {}

    private Sieve sieve(Inventory inventory, Set<String> found) {
        var looks = looks(inventory, found);
        return new Sieve(glimpses(_ -> true), worth(looks.stream()), Sieve.cut(strengths(looks)));
    }

    private List<Look> looks(Inventory inventory, Set<String> found) {
        var byFold = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> glimpses(example -> fold(example) != fold))
                .toList();
        var views = views(inventory);
        return gold.learnt().parallelStream()
                .map(LabelledSentence::example)
                .map(example -> look(example, views.apply(example).profiles(), byFold, found.contains(example.id())))
                .toList();
    }

    private Look look(Example example, List<ValueProfile> values, List<Heads> byFold, boolean found) {
        var context = corpus.context(example);
        return new Look(
                example.organisation(),
                fold(example),
                Sieve.isNamed(context.sentence(), values),
                Sieve.features(byFold.get(fold(example)), context, values),
                found);
    }

    private static Combiner worth(Stream<Look> looks) {
        return combiner(looks.toList(), Look::features, Look::found);
    }

    /**
     * Of sentences with references that are found, by organisation, each by what the other folds taught; none when there are no
     * others.
     */
    private static Map<String, List<Double>> strengths(List<Look> looks) {
        if (looks.stream().map(Look::fold).distinct().count() < 2) return Map.of();
        var byFold = IntStream.range(0, FOLDS)
                .parallel()
                .mapToObj(fold -> worth(looks.stream().filter(look -> look.fold() != fold)))
                .toList();
        return looks.stream()
                .filter(Look::found)
                .collect(Collectors.groupingBy(
                        Look::organisation,
                        TreeMap::new,
                        Collectors.mapping(look -> strength(look, byFold), Collectors.toList())));
    }

    private static double strength(Look look, List<Combiner> byFold) {
        return look.named() ? 1 : byFold.get(look.fold()).probability(look.features());
    }

    // ---- stance and role ----

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
