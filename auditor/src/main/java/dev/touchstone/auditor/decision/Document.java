package dev.touchstone.auditor.decision;

import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Span;
import java.util.List;
import java.util.Optional;

/**
 * A document with its structure: the one model that every format becomes.
 *
 * @param path as the audit names it
 * @param sha256 of the file's bytes, hexadecimal
 * @param outline its sections and the passages that are language
 */
public record Document(
        String path,
        String sha256,
        Extracted extracted,
        Metadata metadata,
        Recognition recognition,
        Outline outline,
        List<Decision> decisions) {
    public Document {
        decisions = List.copyOf(decisions);
    }

    public String text() {
        return extracted.content().text();
    }

    /** The same document, with what the whole collection shows about it. */
    public Document with(Metadata settled) {
        return new Document(path, sha256, extracted, settled, recognition, outline, decisions);
    }

    /** The decision that a range belongs to; empty between the decisions of minutes. */
    public Optional<Decision> decisionAt(Span span) {
        return decisions.stream()
                .filter(decision -> decision.span().contains(span))
                .findFirst();
    }

    /** The section that a passage stands in. */
    public Section sectionOf(Passage passage) {
        return outline.sections().get(passage.section());
    }

    /** Sections in order, without gaps between them, and the passages that are language, in order. */
    public record Outline(List<Section> sections, List<Passage> passages) {
        public Outline {
            sections = List.copyOf(sections);
            passages = List.copyOf(passages);
        }
    }
}
