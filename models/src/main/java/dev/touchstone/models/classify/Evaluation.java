package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.EvaluationReport.Baseline;
import dev.touchstone.models.classify.EvaluationReport.Mean;
import dev.touchstone.models.classify.EvaluationReport.Organisation;
import dev.touchstone.models.classify.EvaluationReport.Pooled;
import dev.touchstone.models.classify.EvaluationReport.References;
import dev.touchstone.models.classify.EvaluationReport.SimpleMean;
import dev.touchstone.models.classify.EvaluationReport.Unseen;
import dev.touchstone.models.classify.Metrics.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Measures how well references are found, on labelled sentences, next to what keywords give. */
public final class Evaluation {
    /** Draws of the bootstrap are the same in every run. */
    private static final long SEED = 20_260_101;

    private final LanguageModels language;
    private final InstantSource clock;
    private final Optional<SecondStage> second;

    /** @param clock for sentences per second only */
    public Evaluation(LanguageModels language, InstantSource clock) {
        this(language, clock, Optional.empty());
    }

    /**
     * An evaluation of given weights together with a bigger model.
     *
     * @param second asked about the pairs that are nearest to the threshold
     */
    public Evaluation(LanguageModels language, InstantSource clock, Optional<SecondStage> second) {
        this.language = language;
        this.clock = clock;
        this.second = second;
    }

    /** Measures given weights; an organisation that they were trained on is marked as seen and counts in no mean. */
    public EvaluationReport run(Gold gold, Weights weights) {
        second.ifPresent(stage -> stage.check(weights));
        return timed(gold, _ -> organisation -> Model.of(weights, organisation), _ -> Map.of());
    }

    /** Trains one model for each organisation, on nothing that belongs to it, and measures that model on it. */
    public EvaluationReport leaveOneOut(Gold gold, long seed) {
        return timed(
                gold,
                corpus -> organisation ->
                        Model.of(new Course(corpus, gold.without(organisation), seed).weights(), organisation),
                corpus -> new SimpleMethods(corpus, gold, language).means());
    }

    /**
     * The same, each model then adapted to its organisation by so many of its labelled sentences that are not measured on. What is
     * measured on, none of them has seen.
     *
     * @param sentences how many, or as many as there are
     */
    public EvaluationReport calibrated(Gold gold, int sentences, long seed) {
        return timed(
                gold,
                corpus -> organisation -> {
                    var cold = new Course(corpus, gold.without(organisation), seed).weights();
                    var adapted = new Adapting(
                            corpus, cold, gold.charter(organisation), gold.own(organisation, sentences, seed));
                    return new Model(adapted.run(organisation).weights(), false);
                },
                _ -> Map.of());
    }

    /** Texts read, tagged and encoded per second are the speed: nearly all that judging one costs. */
    private EvaluationReport timed(
            Gold gold,
            Function<Corpus, Function<String, Model>> models,
            Function<Corpus, Map<String, SimpleMean>> simple) {
        var start = clock.instant();
        var corpus = new Corpus(language, gold);
        var took = Duration.between(start, clock.instant()).toMillis();
        var report = over(corpus, gold, models.apply(corpus), second);
        return report.withSimple(simple.apply(corpus)).withSpeed(took == 0 ? 0 : corpus.size() * 1000.0 / took);
    }

    /**
     * What an organisation is measured with.
     *
     * @param seen whether it was trained on what it is measured on
     */
    private record Model(Weights weights, boolean seen) {
        static Model of(Weights weights, String organisation) {
            return new Model(weights, weights.trainedOn().contains(organisation));
        }
    }

    private static EvaluationReport over(
            Corpus corpus, Gold gold, Function<String, Model> models, Optional<SecondStage> second) {
        var answers = new TreeMap<String, Answers>();
        var trainedOn = new TreeSet<String>();
        for (var organisation : gold.organisations()) {
            var model = models.apply(organisation);
            trainedOn.addAll(model.weights().trainedOn());
            answers.put(organisation, answers(corpus, gold, organisation, model, second));
        }
        return report(answers, List.copyOf(trainedOn));
    }

    /**
     * What a model answers on one organisation.
     *
     * @param doubtful those of the pairs of which it cannot tell
     * @param spared those of the pairs whose sentences it did not read, found or not as if it had
     */
    private record Answers(
            boolean seen,
            int sentences,
            List<Pair> pairs,
            List<Pair> doubtful,
            List<Pair> spared,
            List<Pair> keywords,
            List<Answer<Stance>> stances,
            List<Answer<Role>> roles) {}

    private static Answers answers(
            Corpus corpus, Gold gold, String organisation, Model model, Optional<SecondStage> second) {
        var recogniser = corpus.recogniser(model.weights(), gold.charter(organisation), second);
        var sentences = gold.evaluated().stream()
                .filter(sentence -> sentence.example().organisation().equals(organisation))
                .toList();
        var judged = sentences.parallelStream()
                .map(sentence -> judged(sentence, corpus, recogniser.apply(sentence.example())))
                .toList();
        return new Answers(
                model.seen(),
                sentences.size(),
                together(judged, Answers::pairs),
                together(judged, Answers::doubtful),
                together(judged, Answers::spared),
                together(judged, Answers::keywords),
                together(judged, Answers::stances),
                together(judged, Answers::roles));
    }

    private static <T> List<T> together(List<Answers> all, Function<Answers, List<T>> part) {
        return all.stream().flatMap(answers -> part.apply(answers).stream()).toList();
    }

    private static Answers judged(LabelledSentence sentence, Corpus corpus, Recogniser recogniser) {
        var context = corpus.context(sentence.example());
        var pairs = new ArrayList<Pair>();
        var doubtful = new ArrayList<Pair>();
        var spared = new ArrayList<Pair>();
        var keywords = new ArrayList<Pair>();
        var stances = new ArrayList<Answer<Stance>>();
        var roles = new ArrayList<Answer<Role>>();
        var read = recogniser.isWorthReading(context);
        for (var presence : recogniser.presences(recogniser.judging(context))) {
            var value = presence.value();
            if (sentence.disputed().contains(value.id())) continue;
            var label = sentence.label(value.id());
            var judged = new Pair(
                    sentence.example().document(),
                    value.id(),
                    sentence.random(),
                    label.isPresent(),
                    label.filter(LabelledSentence.Label::explicit).isPresent(),
                    presence.found(),
                    presence.confidence());
            var pair = read ? judged : judged.unread();
            pairs.add(pair);
            if (!read) spared.add(judged);
            if (read && presence.doubtful()) doubtful.add(pair);
            keywords.add(pair.found(Keywords.occur(value, sentence.example().sentence())));
            if (label.isEmpty()) continue;
            var bearing = recogniser.bearing(presence, corpus.cues(context));
            label.get()
                    .stance()
                    .filter(stance -> stance != Stance.NEUTRAL)
                    .ifPresent(stance -> stances.add(new Answer<>(stance, bearing.stance())));
            label.get().role().ifPresent(role -> roles.add(new Answer<>(role, bearing.role())));
        }
        return new Answers(false, 1, pairs, doubtful, spared, keywords, stances, roles);
    }

    private static EvaluationReport report(SortedMap<String, Answers> answers, List<String> trainedOn) {
        var organisations = new TreeMap<String, Organisation>();
        var keywords = new TreeMap<String, Baseline>();
        answers.forEach((name, found) -> {
            organisations.put(name, organisation(found));
            keywords.put(name, baseline(found));
        });
        var unseen = answers.values().stream().filter(found -> !found.seen()).toList();
        var figures =
                organisations.values().stream().filter(found -> !found.seen()).toList();
        return new EvaluationReport(organisations, keywords, unseen(unseen, figures), trainedOn, Map.of(), 0);
    }

    private static Optional<Unseen> unseen(List<Answers> answers, List<Organisation> figures) {
        if (answers.isEmpty()) return Optional.empty();
        var pairs = together(answers, Answers::pairs);
        return Optional.of(new Unseen(
                mean(figures),
                pooled(pairs),
                keywordsMean(answers.stream().map(Evaluation::baseline).toList()),
                Metrics.reliability(pairs),
                Metrics.unsure(pairs, together(answers, Answers::doubtful)),
                Metrics.spared(pairs, together(answers, Answers::spared))));
    }

    private static Organisation organisation(Answers answers) {
        var pairs = answers.pairs();
        var interval = Metrics.bootstrap(pairs, SEED);
        var byValue = new TreeMap<String, Double>();
        pairs.stream()
                .collect(Collectors.groupingBy(pair -> pair.value().text()))
                .forEach((value, own) -> byValue.put(value, Metrics.hits(own).f1()));
        return new Organisation(
                answers.seen(),
                answers.sentences(),
                new References(
                        Metrics.hits(pairs),
                        interval.low(),
                        interval.high(),
                        Metrics.averagePrecision(pairs),
                        Metrics.calibrationError(pairs)),
                Metrics.hits(random(pairs)),
                byValue,
                Metrics.macro(pairs),
                Metrics.accuracy(answers.stances()),
                Metrics.accuracy(Metrics.frequent(answers.roles())),
                Metrics.hits(answers.roles(), Role.DECLARATION),
                recall(pairs, true),
                recall(pairs, false));
    }

    private static double recall(List<Pair> pairs, boolean explicit) {
        return Metrics.hits(pairs.stream()
                        .filter(Pair::gold)
                        .filter(pair -> pair.explicit() == explicit)
                        .toList())
                .recall();
    }

    private static List<Pair> random(List<Pair> pairs) {
        return pairs.stream().filter(Pair::random).toList();
    }

    private static Mean mean(List<Organisation> unseen) {
        return new Mean(
                mean(unseen, found -> found.reference().hits().f1()),
                mean(unseen, found -> found.randomHalf().f1()),
                mean(unseen, found -> found.reference().averagePrecision()),
                mean(unseen, found -> found.stance().macroF1()),
                mean(unseen, found -> found.role().macroF1()),
                mean(unseen, found -> found.reference().expectedCalibrationError()));
    }

    private static <T> double mean(List<T> items, ToDoubleFunction<T> figure) {
        return items.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static Pooled pooled(List<Pair> pairs) {
        return new Pooled(Metrics.hits(pairs).f1(), Metrics.hits(random(pairs)).f1());
    }

    private static Baseline baseline(Answers answers) {
        return new Baseline(Metrics.hits(answers.keywords()), Metrics.hits(random(answers.keywords())));
    }

    private static SimpleMean keywordsMean(List<Baseline> unseen) {
        return new SimpleMean(
                mean(unseen, found -> found.reference().f1()),
                mean(unseen, found -> found.randomHalf().f1()));
    }
}
