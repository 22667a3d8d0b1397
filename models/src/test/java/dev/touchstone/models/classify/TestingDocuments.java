package dev.touchstone.models.classify;

import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds structured documents out of parts, each a section with one passage. */
final class TestingDocuments {
    private TestingDocuments() {}

    record Part(Section.Kind kind, String heading, Block.Kind block, Standing standing, String text) {
        static Part paragraph(Section.Kind kind, String text) {
            return new Part(kind, "", Block.Kind.PARAGRAPH, Standing.UNKNOWN, text);
        }
    }

    static Document document(String path, Part... parts) {
        var text = new StringBuilder();
        var blocks = new ArrayList<Block>();
        var sections = new ArrayList<Section>();
        var passages = new ArrayList<Passage>();
        for (var part : parts) {
            var start = text.length();
            text.append(part.text());
            var span = new Span(start, text.length());
            text.append("\n\n");
            var block = new Block(part.block(), 0, span, 0);
            blocks.add(block);
            passages.add(new Passage(block, sections.size(), part.standing()));
            sections.add(new Section(part.kind(), part.heading(), 1, new Span(start, text.length())));
        }
        var content = new Content(text.toString(), blocks, List.of());
        return new Document(
                path,
                "",
                new Extraction.Extracted("text/markdown", "en", content, List.of(), List.of(), List.of()),
                new Metadata(
                        "A record",
                        Optional.empty(),
                        "",
                        new Status("Accepted", Status.Normal.ACCEPTED),
                        List.of(),
                        List.of(),
                        Map.of()),
                new Recognition("madr4", List.of()),
                new Document.Outline(sections, passages),
                List.of(new Decision(Decision.Id.of(1), "A record", new Span(0, text.length()), List.of())));
    }
}
