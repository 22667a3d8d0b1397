package dev.touchstone.auditor.reference;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Sentence;
import java.util.List;

/**
 * A document with its sentences and what was observed in them.
 *
 * @param sentences in order of their place
 * @param doubted at most one for each sentence and value, none that was observed
 * @param argued at most one for each sentence, in order of place
 * @param embeddings one for each sentence, in the same order
 * @param limits what of the document was not looked at and why; empty when all of it was
 */
public record Annotated(
        Document document,
        List<Sentence> sentences,
        List<Observation> observations,
        List<Doubted> doubted,
        List<Argued> argued,
        List<Embedding> embeddings,
        List<String> limits) {
    public Annotated {
        sentences = List.copyOf(sentences);
        observations = List.copyOf(observations);
        doubted = List.copyOf(doubted);
        argued = List.copyOf(argued);
        embeddings = List.copyOf(embeddings);
        limits = List.copyOf(limits);
    }

    /** A document that was not looked at. */
    public static Annotated unseen(Document document, List<String> limits) {
        return new Annotated(document, List.of(), List.of(), List.of(), List.of(), List.of(), limits);
    }
}
