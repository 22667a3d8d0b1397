package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.reference.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds values in documents: reads sentences, encodes each distinct one once, judges each against the charter, and parses only
 * those in which a value was found. Safe from several threads.
 */
public final class ValuesAnnotator implements Annotator {
    private final LanguageModels language;
    private final Weights weights;
    private final Explanation explanation;

    /**
     * An annotator that owns its language models: closing it closes them.
     *
     * @param weights trained on the vectors of the same encoder
     */
    public ValuesAnnotator(LanguageModels language, Weights weights) {
        if (!weights.encoder().equals(language.encoder().identity()))
            throw new BadInput("the weights were trained for the encoder " + weights.encoder() + ", not "
                    + language.encoder().identity());
        this.language = language;
        this.weights = weights;
        this.explanation = new Explanation(weights.heads().labels());
    }

    @Override
    public List<Annotated> annotate(Charter charter, List<Document> documents) {
        var recogniser = new Recogniser(weights, charter, language);
        var read = SideBySide.map(
                documents,
                document -> document.text().length(),
                document -> ReadDocument.of(document, language.sentences()));
        var vectors = new EncodedTexts(language, read);
        return SideBySide.map(
                read, document -> document.sentences().size(), document -> annotate(document, vectors, recogniser));
    }

    private Annotated annotate(ReadDocument document, EncodedTexts texts, Recogniser recogniser) {
        var spoken = IntStream.range(0, document.sentences().size())
                .filter(document::speaks)
                .mapToObj(sentence -> new Spoken(sentence, recogniser.judging(texts.context(document, sentence))))
                .toList();
        return new Annotated(
                document.document(),
                document.sentences(),
                spoken.stream()
                        .flatMap(one -> observations(document, one, recogniser))
                        .toList(),
                spoken.stream()
                        .flatMap(one ->
                                Arguments.of(one.sentence(), one.judging().probabilities(), weights.heads()).stream())
                        .toList(),
                IntStream.range(0, document.sentences().size())
                        .mapToObj(sentence ->
                                texts.sentence(document, sentence).encoded().embedding())
                        .toList(),
                document.limits());
    }

    /** A sentence in which references are looked for. */
    private record Spoken(int sentence, Judging judging) {}

    private Stream<Observation> observations(ReadDocument document, Spoken spoken, Recogniser recogniser) {
        var sentence = spoken.sentence();
        var judging = spoken.judging();
        var found = recogniser.presences(judging).stream()
                .filter(Recogniser.Presence::found)
                .toList();
        if (found.isEmpty()) return Stream.of();
        var cues = Recogniser.cues(language, judging.context());
        var situation = situation(document, sentence);
        return found.stream().map(presence -> {
            var judgement = situation.judge(recogniser.bearing(presence, cues));
            var signals =
                    new ArrayList<>(explanation.signals(judging, presence.resemblance(), cues, presence.confidence()));
            signals.addAll(Explanation.place(situation, document.heading(sentence)));
            signals.addAll(Specifics.of(judging.context().sentence().words()));
            return new Observation(sentence, presence.value().id(), judgement, presence.confidence(), signals);
        });
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
        return "values-%s encoder-%s corenlp-4.5.10 threshold-0.%03d"
                .formatted(weights.identity(), language.encoder().identity(), weights.threshold());
    }

    @Override
    public void close() {
        language.close();
    }
}
