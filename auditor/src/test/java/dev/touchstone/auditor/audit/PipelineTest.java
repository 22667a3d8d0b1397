package dev.touchstone.auditor.audit;

import static dev.touchstone.auditor.Samples.CHARTER;
import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.THRIFT;
import static dev.touchstone.auditor.Samples.annotated;
import static dev.touchstone.auditor.reference.About.CHOSEN;
import static dev.touchstone.auditor.reference.Role.DECLARATION;
import static dev.touchstone.auditor.reference.Role.REASON;
import static dev.touchstone.auditor.reference.Stance.UPHOLDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.Samples.Line;
import dev.touchstone.auditor.Samples.Seen;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.reference.Argued;
import dev.touchstone.auditor.reference.Confidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    @TempDir
    Path folder;

    @Test
    void every_source_ends_in_exactly_one_entry_in_the_order_given() throws IOException {
        var audit = run(source("good.md", "fine"), source("bad.pdf", "unreadable"), missing("gone.md"))
                .audit();
        assertThat(audit.entries()).extracting(Entry::path).containsExactly("good.md", "bad.pdf", "gone.md");
        assertThat(audit.entries().get(1).outcome()).isEqualTo(new Outcome.Failed("damaged"));
        assertThat(audit.entries().get(2).outcome())
                .isEqualTo(new Outcome.Failed("the file cannot be opened: it is not there"));
    }

    @Test
    void a_file_inside_another_is_an_entry_of_its_own_and_a_bad_one_makes_the_container_partial() throws IOException {
        var zip = run(source("all.zip", "container")).audit().entries().getFirst();
        assertThat(zip.all()).extracting(Entry::path).containsExactly("all.zip", "all.zip!/a.md", "all.zip!/b.md");
        assertThat(((Outcome.Audited) zip.outcome()).limits())
                .containsExactly("1 of the 2 files inside could not be read");
    }

    @Test
    void a_document_in_another_language_is_partial_and_in_no_number() throws IOException {
        var audit = run(source("de.md", "german"), source("good.md", "fine")).audit();
        var outcome = (Outcome.Audited) audit.entries().getFirst().outcome();
        assertThat(outcome.limits()).containsExactly("not scored: German");
        assertThat(audit.summary().decisions()).isEqualTo(1);
    }

    @Test
    void the_summary_counts_decisions_and_references() throws IOException {
        var audit =
                run(source("a.md", "fine"), source("b.md", "fine but other")).audit();
        var openness = audit.summary().values().getFirst();
        assertThat(openness.decisionsAtWork()).isEqualTo(2);
        assertThat(openness.roles()).isEqualTo(new Summary.Roles(2, 0, 2));
        assertThat(openness.decorationIndex().thousandths()).isEqualTo(OptionalInt.of(500));
        var thrift = audit.summary().values().get(1);
        assertThat(thrift.value()).isEqualTo(THRIFT.id());
        assertThat(thrift.decorationIndex().thousandths()).isEmpty();
    }

    @Test
    void a_cell_of_fewer_than_five_decisions_is_suppressed() throws IOException {
        assertThat(cellOf(4)).isEqualTo(new Cell(OPENNESS.id(), "core", "2024-Q2", 4, 4, true));
        assertThat(cellOf(5)).isEqualTo(new Cell(OPENNESS.id(), "core", "2024-Q2", 5, 5, false));
    }

    @Test
    void the_audit_knows_how_the_charter_was_understood_and_what_was_argued_beside_it() throws IOException {
        var sources = new ArrayList<Source>();
        for (var i : IntStream.range(0, 5).toArray()) sources.add(source(i + ".md", "It is cheap, " + i));
        var audit = run(sources.toArray(Source[]::new)).audit();
        assertThat(audit.provenance().bundles())
                .hasSameSizeAs(CHARTER.values())
                .contains(new Bundle(OPENNESS.id(), List.of("transparency"), Bundle.Origin.SUGGESTED));
        assertThat(audit.unnamed().recurring())
                .singleElement()
                .extracting(UnnamedReason::concern, UnnamedReason::decisions)
                .containsExactly("resource-cost", 5);
    }

    @Test
    void a_file_that_was_extracted_before_is_scored_as_if_it_had_just_been_read() throws IOException {
        var source = source("a.md", "fine");
        var run = run(source, source("b.md", "fine but other"));
        var pipeline = pipeline();
        var extraction = new TestingExtractor().extract(source);
        var reading = pipeline.structure(source, Sha256.of(source.file()), extraction);
        assertThat(pipeline.score(CHARTER, reading, run.boilerplate(), new byte[0])
                        .entry())
                .isEqualTo(run.audit().entries().getFirst());
    }

    @Test
    void the_sink_gets_every_document_that_could_be_read() throws IOException {
        var paths = new ArrayList<String>();
        var sources = List.of(source("all.zip", "container"), source("bad.pdf", "unreadable"));
        pipeline().run(CHARTER, sources, List.of(), (entry, _) -> paths.add(entry.path()));
        assertThat(paths).containsExactly("all.zip!/a.md", "all.zip");
    }

    @Test
    void a_ratio_is_rounded_half_up_and_undefined_without_a_denominator() {
        assertThat(new Ratio(1, 2000).thousandths()).isEqualTo(OptionalInt.of(1));
        assertThat(new Ratio(1, 2001).thousandths()).isEqualTo(OptionalInt.of(0));
        assertThat(new Ratio(2, 3).thousandths()).isEqualTo(OptionalInt.of(667));
        assertThat(new Ratio(0, 0).thousandths()).isEmpty();
    }

    private Cell cellOf(int decisions) throws IOException {
        var sources = new ArrayList<Source>();
        for (var i : IntStream.range(0, decisions).toArray()) sources.add(source(i + ".md", "fine " + i));
        return run(sources.toArray(Source[]::new)).audit().cells().getFirst();
    }

    private Run run(Source... sources) {
        return pipeline().run(CHARTER, List.of(sources), List.of(), Sink.NONE);
    }

    private static Pipeline pipeline() {
        return new Pipeline(
                new TestingExtractor(), PipelineTest::structure, new TestingAnnotator(), "test", 2, Progress.NONE);
    }

    private Source source(String name, String content) throws IOException {
        return new Source(name, Files.writeString(folder.resolve(name), content), List.of());
    }

    private Source missing(String name) {
        return new Source(name, folder.resolve(name), List.of());
    }

    private static Document structure(Source source, String sha256, Extracted extracted) {
        var sample =
                annotated(source.path(), Line.of(extracted.content().text())).document();
        return new Document(
                source.path(),
                sha256,
                extracted,
                sample.metadata(),
                sample.recognition(),
                sample.outline(),
                sample.decisions());
    }

    /** Reads files whose content says what becomes of them. */
    private static final class TestingExtractor implements Extractor {
        @Override
        public Extraction extract(Source source) {
            try {
                var text = Files.readString(source.file(), UTF_8);
                return switch (text) {
                    case "unreadable" -> new Unreadable("damaged");
                    case "german" -> extracted("Wir haben uns entschieden.", "de", List.of());
                    case "container" ->
                        extracted(
                                "",
                                "",
                                List.of(
                                        new Part("a.md", "a".repeat(64), extracted("fine", "en", List.of())),
                                        new Part("b.md", "b".repeat(64), new Unreadable("damaged"))));
                    default -> extracted(text, "en", List.of());
                };
            } catch (IOException bug) {
                throw new UncheckedIOException(bug);
            }
        }

        private static Extracted extracted(String text, String language, List<Part> parts) {
            return new Extracted(
                    "text/plain", language, new Content(text, List.of(), List.of()), List.of(), List.of(), parts);
        }

        @Override
        public void close() {}
    }

    /** Sees openness once as a reason and once as a declaration in every document. */
    private static final class TestingAnnotator implements Annotator {
        @Override
        public List<Annotated> annotate(Charter charter, List<Document> documents) {
            return documents.stream().map(TestingAnnotator::annotate).toList();
        }

        private static Annotated annotate(Document document) {
            var seen = annotated(
                    document.path(),
                    Line.of(
                            document.text(),
                            Seen.of(OPENNESS, UPHOLDS, CHOSEN, REASON),
                            Seen.of(OPENNESS, UPHOLDS, CHOSEN, DECLARATION)));
            return new Annotated(
                    document, seen.sentences(), seen.observations(), List.of(), argued(seen), List.of(), List.of());
        }

        private static List<Argued> argued(Annotated seen) {
            return seen.document().text().contains("cheap")
                    ? List.of(new Argued(0, "resource-cost", new Confidence(700)))
                    : List.of();
        }

        @Override
        public List<Bundle> bundles(Charter charter) {
            return charter.values().stream()
                    .map(value -> new Bundle(value.id(), List.of("transparency"), Bundle.Origin.SUGGESTED))
                    .toList();
        }

        @Override
        public String identity() {
            return "testing";
        }

        @Override
        public void close() {}
    }
}
