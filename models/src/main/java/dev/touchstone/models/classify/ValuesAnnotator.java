package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.reference.Doubted;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.models.Recent;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.recall.Recollection;
import dev.touchstone.models.recall.RecollectionFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds values in documents: tags sentences, encodes each distinct one that is worth it once, judges these against the charter,
 * and parses only those in which a value was found. Safe from several threads.
 */
public final class ValuesAnnotator implements Annotator {
    private static final int CHARTERS = 4;
    private static final String CORENLP = "corenlp-4.5.10";

    private final LanguageModels language;
    private final Weights weights;
    private final Explanation explanation;
    private final Optional<SecondStage> second;
    private final Recent<Charter, Recogniser> recognisers = new Recent<>(CHARTERS);

    /**
     * An annotator that owns its language models: closing it closes them.
     *
     * @param weights trained on the vectors of the same encoder
     */
    public ValuesAnnotator(LanguageModels language, Weights weights) {
        this(language, weights, Optional.empty());
    }

    /**
     * An annotator with a bigger model for doubtful sentences, which stays the caller's to close.
     *
     * @param second calibrated with these weights
     */
    public ValuesAnnotator(LanguageModels language, Weights weights, Optional<SecondStage> second) {
        second.ifPresent(stage -> stage.check(weights));
        if (!weights.encoder().equals(language.encoder().identity()))
            throw new BadInput("the weights were trained for the encoder " + weights.encoder() + ", not "
                    + language.encoder().identity());
        this.language = language;
        this.weights = weights;
        this.second = second;
        this.explanation = new Explanation(weights.heads().labels());
    }

    @Override
    public List<Annotated> annotate(Charter charter, List<Document> documents) {
        return annotate(charter, documents, language);
    }

    @Override
    public Recalled annotate(Charter charter, List<Document> documents, byte[] recollection) {
        var recalled = recalled(recollection);
        var before = recalled.size();
        var annotated = annotate(charter, documents, language.over(recalled));
        return new Recalled(annotated, recalled.size() == before ? recollection : RecollectionFile.write(recalled));
    }

    private static Recollection recalled(byte[] recollection) {
        if (recollection.length == 0) return new Recollection();
        try {
            return RecollectionFile.read(recollection);
        } catch (IOException damaged) {
            return new Recollection();
        }
    }

    /** @param reading asked about documents; about the charter, the annotator's own models are */
    private List<Annotated> annotate(Charter charter, List<Document> documents, LanguageModels reading) {
        var recogniser = recogniser(charter);
        var read = SideBySide.map(
                documents,
                document -> document.text().length(),
                document -> ReadDocument.of(document, reading.sentences()));
        var texts = new EncodedTexts(reading, read, recogniser::isWorthReading);
        return SideBySide.map(
                read,
                document -> document.sentences().size(),
                document -> annotate(document, texts, recogniser, reading.dependencies()));
    }

    private Recogniser recogniser(Charter charter) {
        return recognisers.find(charter).orElseGet(() -> {
            var recogniser = new Recogniser(weights, charter, language, second);
            recognisers.keep(charter, recogniser);
            return recogniser;
        });
    }

    private Annotated annotate(
            ReadDocument document, EncodedTexts texts, Recogniser recogniser, DependencyReader dependencies) {
        var seen = IntStream.range(0, document.sentences().size())
                .filter(sentence -> texts.isRead(document, sentence))
                .mapToObj(sentence -> seen(document, sentence, texts, recogniser, dependencies))
                .toList();
        return new Annotated(
                document.document(),
                document.sentences(),
                seen.stream().flatMap(one -> one.observations().stream()).toList(),
                seen.stream().flatMap(one -> one.doubted().stream()).toList(),
                seen.stream()
                        .flatMap(one -> Arguments.of(one.sentence(), one.probabilities(), weights.heads()).stream())
                        .toList(),
                IntStream.range(0, document.sentences().size())
                        .mapToObj(sentence -> texts.embedding(document, sentence))
                        .toList(),
                Stream.concat(
                                document.limits().stream(),
                                SecondStage.limit(seen.stream().flatMap(one -> one.asked().stream())).stream())
                        .toList());
    }

    /**
     * What one sentence gave.
     *
     * @param probabilities of concerns and tones
     */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
    private record Seen(
            int sentence,
            float[] probabilities,
            List<Observation> observations,
            List<Doubted> doubted,
            List<SecondStage.Asked> asked) {}

    private Seen seen(
            ReadDocument document,
            int sentence,
            EncodedTexts texts,
            Recogniser recogniser,
            DependencyReader dependencies) {
        var judging = recogniser.judging(texts.context(document, sentence));
        var presences = recogniser.presences(judging);
        var asked = presences.stream()
                .flatMap(presence -> presence.asked().stream())
                .toList();
        var found = presences.stream().filter(Recogniser.Presence::found).toList();
        var doubted = presences.stream()
                .filter(Recogniser.Presence::doubtful)
                .map(presence -> new Doubted(sentence, presence.value().id(), presence.confidence()))
                .toList();
        if (found.isEmpty()) return new Seen(sentence, judging.probabilities(), List.of(), doubted, asked);
        var cues = Recogniser.cues(dependencies, judging.context());
        var situation = situation(document, sentence);
        var observations = found.stream()
                .map(presence -> {
                    var judgement = situation.judge(recogniser.bearing(presence, cues));
                    var signals = new ArrayList<>(
                            explanation.signals(judging, presence.resemblance(), cues, presence.confidence()));
                    presence.asked().flatMap(SecondStage.Asked::signal).ifPresent(signals::add);
                    signals.addAll(Explanation.place(situation, document.heading(sentence)));
                    signals.addAll(Specifics.of(judging.context().sentence().words()));
                    return new Observation(sentence, presence.value().id(), judgement, presence.confidence(), signals);
                })
                .toList();
        return new Seen(sentence, judging.probabilities(), observations, doubted, asked);
    }

    @Override
    public List<Bundle> bundles(Charter charter) {
        var read = language.read(Recogniser.texts(charter));
        return charter.values().stream()
                .map(value -> Concerns.bundle(value, read, weights.heads()))
                .toList();
    }

    private static Situation situation(ReadDocument document, int sentence) {
        var passage = document.passage(sentence);
        var section = document.document().sectionOf(passage);
        var decides = document.document().decisions().stream()
                .anyMatch(decision -> decision.span().contains(passage.block().span()));
        return new Situation(
                passage.standing(),
                section.kind(),
                HeadingKind.of(section.heading()),
                document.document().metadata().status().normal(),
                decides);
    }

    @Override
    public String identity() {
        return identity(weights)
                + second.map(stage -> " second-" + stage.identity()).orElse("");
    }

    @Override
    public String reader() {
        return "%s encoder-%s %s".formatted(RecollectionFile.FORM, weights.encoder(), CORENLP);
    }

    /** What an annotator with these weights and no second stage calls itself. */
    public static String identity(Weights weights) {
        return "values-%s encoder-%s %s threshold-0.%03d unsure-0.%03d"
                .formatted(
                        weights.identity(),
                        weights.encoder(),
                        CORENLP,
                        weights.cut().found(),
                        weights.cut().unsure());
    }

    @Override
    public void close() {
        language.close();
    }
}
