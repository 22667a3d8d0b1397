package dev.touchstone.indexer.search;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.charter.Value;
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
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Scored;
import dev.touchstone.auditor.search.SearchIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision record made by hand, as extraction, structure and annotation would have left it. */
final class SampleRecord {
    private final String path;
    private final String title;
    private String team = "";
    private Optional<LocalDate> date = Optional.empty();
    private Status.Normal status = Status.Normal.OTHER;
    private String format = "madr4";

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    private SampleRecord(String path, String title) {
        this.path = path;
        this.title = title;
        text.append(title).append("\n\n");
    }

    static SampleRecord of(String path, String title) {
        return new SampleRecord(path, title);
    }

    SampleRecord by(String team) {
        this.team = team;
        return this;
    }

    SampleRecord on(String date) {
        this.date = Optional.of(LocalDate.parse(date));
        return this;
    }

    SampleRecord status(Status.Normal status) {
        this.status = status;
        return this;
    }

    SampleRecord format(String format) {
        this.format = format;
        return this;
    }

    SampleRecord section(Section.Kind kind, String heading) {
        sections.add(new Section(kind, heading, 2, new Span(text.length(), text.length())));
        text.append(heading).append("\n\n");
        return this;
    }

    /** A passage, whose sentences end with a full stop and a space. */
    SampleRecord passage(String passage) {
        if (sections.isEmpty()) sections.add(new Section(Section.Kind.OTHER, "", 0, new Span(0, 0)));
        var start = text.length();
        text.append(passage).append("\n\n");
        var block = new Block(Block.Kind.PARAGRAPH, 0, new Span(start, start + passage.length()), 3);
        blocks.add(block);
        passages.add(new Passage(block, sections.size() - 1, Standing.UNKNOWN));
        var from = 0;
        for (var end = passage.indexOf(". "); end >= 0; end = passage.indexOf(". ", from)) {
            sentence(start + from, start + end + 1);
            from = end + 2;
        }
        sentence(start + from, start + passage.length());
        return this;
    }

    private void sentence(int start, int end) {
        sentences.add(new Sentence(new Span(start, end), passages.size() - 1, true));
    }

    /** A reference in the last sentence so far. */
    SampleRecord refers(String value, Stance stance, About about, Role role) {
        var span = sentences.getLast().span();
        var section = sections.getLast();
        references.add(new Reference(
                references.size() + 1,
                new Value.Id(value),
                new Judgement(false, stance, about, false, role),
                false,
                new Confidence(800),
                new Evidence(span, span.of(text.toString()), section.heading(), section.kind(), 3),
                List.of()));
        return this;
    }

    String path() {
        return path;
    }

    String text() {
        return text.toString();
    }

    void addTo(SearchIndex.Generation generation) {
        generation.add(entry(), annotated());
    }

    Entry entry() {
        var outcome = new Outcome.Audited(
                metadata(),
                new Recognition(format, List.of()),
                new Outcome.Extent("text/markdown", "en", true, sentences.size(), 100),
                new Scored(references, List.of(), List.of(), List.of()),
                List.of());
        return new Entry(path, "sha-of-" + path, outcome, List.of());
    }

    Annotated annotated() {
        var content = new Content(text(), blocks, List.of());
        var document = new Document(
                path,
                "sha-of-" + path,
                new Extraction.Extracted("text/markdown", "en", content, List.of(), List.of(), List.of()),
                metadata(),
                new Recognition(format, List.of()),
                new Document.Outline(sections, passages),
                List.of(new Decision(Decision.Id.of(1), title, new Span(0, text.length()), List.of())));
        var embeddings = new TestingEncoder()
                .encode(sentences.stream()
                        .map(sentence -> sentence.span().of(text()))
                        .toList());
        return new Annotated(document, sentences, List.of(), List.of(), List.of(), embeddings, List.of());
    }

    private Metadata metadata() {
        return new Metadata(title, date, team, new Status(status.name(), status), List.of(), List.of(), Map.of());
    }
}
