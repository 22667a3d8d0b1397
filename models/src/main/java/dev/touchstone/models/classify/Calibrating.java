package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns from labelled sentences what a judge's opinion is worth beside given weights, and says what came of it on documents
 * that the factors had not seen.
 */
public final class Calibrating {
    /** Share of all pairs that a judge may be asked about. */
    private static final double ASKED = 0.02;
    /** Pairs learnt from: more than are asked about, or three factors would be learnt from thirty answers. */
    private static final int LEARNT = 300;

    private static final int LEAST_OF_EACH = 15;
    private static final int LEAST_RANDOM = 250;
    private static final int FOLDS = 5;
    private static final double PENALTY = 1;

    private final LanguageModels language;

    public Calibrating(LanguageModels language) {
        this.language = language;
    }

    /**
     * What was learnt, and what it does to the pairs that the judge will be asked about: each decided with factors from other
     * documents.
     *
     * @param pairs of a sentence and a value, all
     * @param learnt pairs that the judge had an opinion on
     * @param asked pairs inside the band
     * @param mended wrong without the judge, right with it
     * @param spoilt right without the judge, wrong with it
     * @param without F1 over all pairs without the judge
     * @param with the same with it
     */
    public record Result(
            Calibration calibration,
            int pairs,
            int learnt,
            int asked,
            int mended,
            int spoilt,
            EvaluationReport.Hits without,
            EvaluationReport.Hits with) {
        /** Whether the judge's yes goes with the labels' yes at all; else its opinion would be turned round. */
        public boolean agrees() {
            return calibration.factors().opinion() > 0;
        }
    }

    /**
     * Calibrates a judge on {@link Gold#evaluated}, less the organisations that the weights were trained on: there the
     * confidence is better than it will be, and the judge would seem to be worth less.
     *
     * @throws BadInput when there are too few sentences, or the judge does not answer
     */
    public Result learn(Gold gold, Weights weights, PairJudge judge) {
        var unseen = unseen(gold, weights);
        var corpus = new Corpus(language, unseen);
        var pairs = unseen.organisations().stream()
                .flatMap(organisation -> pairs(unseen, organisation, weights, corpus).stream())
                .toList();
        var band = band(natural(pairs), weights.cut().found());
        var answered = answered(nearest(pairs, band), judge);
        var factors = fit(answered).orElseThrow(() -> tooFew(answered));
        var calibration = new Calibration(judge.identity(), weights.identity(), factors, band);
        return measured(calibration, pairs, answered);
    }

    private static Gold unseen(Gold gold, Weights weights) {
        var kept = gold.evaluated().stream()
                .filter(sentence ->
                        !weights.trainedOn().contains(sentence.example().organisation()))
                .toList();
        if (kept.isEmpty())
            throw new BadInput("the weights were trained on all of %s; calibrate on sentences that they have not seen"
                    .formatted(String.join(", ", new TreeSet<>(gold.organisations()))));
        return new Gold(kept, List.of(), List.of(), gold.charters());
    }

    /**
     * One (sentence, value) pair with what the weights say.
     *
     * @param threshold from which confidence on the value is found, in permille
     */
    private record Labelled(Pair pair, int threshold, Question question) {
        int distance() {
            return Math.abs(pair.confidence().permille() - threshold);
        }

        Pair found(Confidence after) {
            return pair.found(after.permille() >= threshold);
        }

        int fold() {
            return Math.floorMod(pair.document().hashCode(), FOLDS);
        }
    }

    private static List<Labelled> pairs(Gold gold, String organisation, Weights weights, Corpus corpus) {
        var recogniser = corpus.recogniser(weights, gold.charter(organisation), Optional.empty());
        return gold.evaluated().stream()
                .filter(sentence -> sentence.example().organisation().equals(organisation))
                .toList()
                .parallelStream()
                .flatMap(sentence ->
                        pairs(sentence, corpus.context(sentence.example()), recogniser.apply(sentence.example()))
                                .stream())
                .toList();
    }

    private static List<Labelled> pairs(LabelledSentence sentence, SentenceInContext context, Recogniser recogniser) {
        var pairs = new ArrayList<Labelled>();
        var read = recogniser.isWorthReading(context);
        for (var presence : recogniser.presences(recogniser.judging(context))) {
            var value = presence.value();
            if (sentence.disputed().contains(value.id())) continue;
            var pair = new Pair(
                    sentence.example().document(),
                    value.id(),
                    sentence.random(),
                    sentence.label(value.id()).isPresent(),
                    sentence.label(value.id())
                            .filter(LabelledSentence.Label::explicit)
                            .isPresent(),
                    presence.found(),
                    presence.confidence());
            pairs.add(new Labelled(
                    read ? pair : pair.unread(), presence.cut().found(), SecondStage.question(context, value)));
        }
        return pairs;
    }

    /**
     * Sentences drawn at random tell how many pairs of a document are doubtful. Those drawn because a term occurs are denser near
     * the threshold, so that a band which is right for them is too narrow, never too wide.
     */
    private static List<Confidence> natural(List<Labelled> pairs) {
        var random = pairs.stream().map(Labelled::pair).filter(Pair::random).toList();
        var enough = random.size() >= LEAST_RANDOM;
        return (enough ? random.stream() : pairs.stream().map(Labelled::pair))
                .map(Pair::confidence)
                .toList();
    }

    /** The widest band around the threshold with no more pairs in it than may be asked about. */
    static Calibration.Band band(List<Confidence> natural, int threshold) {
        var most = Math.max(1, Math.floor(ASKED * natural.size()));
        var reach = IntStream.rangeClosed(0, 1000)
                .takeWhile(distance -> natural.stream()
                                .filter(confidence -> Math.abs(confidence.permille() - threshold) <= distance)
                                .count()
                        <= most)
                .max()
                .orElse(0);
        return new Calibration.Band(Math.max(0, threshold - reach), Math.min(1000, threshold + reach));
    }

    private static List<Labelled> nearest(List<Labelled> pairs, Calibration.Band band) {
        var inside = pairs.stream()
                .filter(labelled -> band.contains(labelled.pair().confidence()))
                .count();
        return pairs.stream()
                .sorted(Comparator.comparingInt(Labelled::distance))
                .limit(Math.max(LEARNT, inside))
                .toList();
    }

    private record Answered(Labelled labelled, double opinion) {
        boolean gold() {
            return labelled.pair().gold();
        }

        Confidence confidence() {
            return labelled.pair().confidence();
        }
    }

    private static List<Answered> answered(List<Labelled> asked, PairJudge judge) {
        var opinions = asked.parallelStream()
                .map(labelled -> judge.judge(labelled.question()))
                .toList();
        var answered = new ArrayList<Answered>();
        for (var i = 0; i < asked.size(); i++) {
            switch (opinions.get(i)) {
                case Opinion.Given(var probability) -> answered.add(new Answered(asked.get(i), probability));
                case Opinion.Withheld _ -> {}
                case Opinion.Failed(var reason) ->
                    throw new BadInput(
                            "%s did not answer: %s; calibrate when it answers".formatted(judge.identity(), reason));
            }
        }
        return answered;
    }

    private static BadInput tooFew(List<Answered> answered) {
        var gold = answered.stream().filter(Answered::gold).count();
        return new BadInput(
                "too few labelled sentences: near the threshold there are %d references and %d others, and %d of each are needed; label more"
                        .formatted(gold, answered.size() - gold, LEAST_OF_EACH));
    }

    private static Optional<Calibration.Factors> fit(List<Answered> rows) {
        var gold = rows.stream().filter(Answered::gold).count();
        if (Math.min(gold, rows.size() - gold) < LEAST_OF_EACH) return Optional.empty();
        return Optional.of(factors(rows));
    }

    private static Calibration.Factors factors(List<Answered> rows) {
        var inputs = rows.stream()
                .map(row -> new double[] {
                    Vectors.logit(row.confidence().permille() / 1000.0), Vectors.logit(row.opinion()), 1
                })
                .toArray(double[][]::new);
        var found = LogisticFit.fit(inputs, rows.stream().map(Answered::gold).toList(), PENALTY);
        return new Calibration.Factors(rounded(found[0]), rounded(found[1]), rounded(found[2]));
    }

    /** As their file has them. */
    private static double rounded(double factor) {
        return Math.round(factor * 10_000) / 10_000.0;
    }

    private static Result measured(Calibration calibration, List<Labelled> pairs, List<Answered> answered) {
        var byFold = IntStream.range(0, FOLDS)
                .mapToObj(fold -> new Calibration(
                        calibration.judge(),
                        calibration.weights(),
                        factors(answered.stream()
                                .filter(row -> row.labelled().fold() != fold)
                                .toList()),
                        calibration.asked()))
                .toList();
        var opinions = answered.stream()
                .filter(row -> calibration.asked().contains(row.confidence()))
                .collect(Collectors.toMap(
                        Answered::labelled, Answered::opinion, (first, _) -> first, IdentityHashMap::new));
        var with = pairs.stream()
                .map(labelled -> opinions.containsKey(labelled)
                        ? labelled.found(byFold.get(labelled.fold())
                                .after(labelled.pair().confidence(), Objects.requireNonNull(opinions.get(labelled))))
                        : labelled.pair())
                .toList();
        var before = pairs.stream().map(Labelled::pair).toList();
        var changed = IntStream.range(0, before.size())
                .filter(i -> before.get(i).found() != with.get(i).found())
                .mapToObj(with::get)
                .toList();
        var mended = (int)
                changed.stream().filter(pair -> pair.found() == pair.gold()).count();
        return new Result(
                calibration,
                pairs.size(),
                answered.size(),
                (int) before.stream()
                        .filter(pair -> calibration.asked().contains(pair.confidence()))
                        .count(),
                mended,
                changed.size() - mended,
                Metrics.hits(before),
                Metrics.hits(with));
    }
}
