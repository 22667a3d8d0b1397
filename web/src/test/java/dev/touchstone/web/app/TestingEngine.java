package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Least;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
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
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.reference.Argued;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.structure.Structure;
import dev.touchstone.indexer.extract.WorkerPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * An engine that works by simple rules: a line is a paragraph and a sentence, a term of the charter in it is a reason for
 * the choice, and "because it is fast" argues with performance. A value bundles what it lists, else transparency. A file that begins with {@code UNREADABLE} cannot be read; one that begins with {@code BUG} meets a fault of
 * the program; one that begins with {@code SLOW} takes its time. The field team, else the first folder, is the team, a line {@code date: 2024-05-01} the date, {@code author: Ann} an author.
 */
public final class TestingEngine {
    private static final String NAME = "testing 1";

    private TestingEngine() {}

    /** The same rules over text that real parsers read, in processes of their own. */
    public static Engine reading(WorkerPool extractor) {
        return new Engine(
                extractor, new Structure(FormatFiles.shipped()), new TestingAnnotator(NAME), "0.1.0", 2, Least.USUAL);
    }

    /** The same rules under another name, as another model has. */
    public static Engine calling(String identity) {
        return engine().with(new TestingAnnotator(identity));
    }

    public static Engine engine() {
        return new Engine(
                new TestingExtractor(), TestingEngine::structure, new TestingAnnotator(NAME), "0.1.0", 1, Least.USUAL);
    }

    private record TestingExtractor() implements Extractor {
        @Override
        public Extraction extract(Source source) {
            try {
                var text = Files.readString(source.file());
                if (text.startsWith("UNREADABLE")) return new Extraction.Unreadable("it cannot be read");
                if (text.startsWith("SLOW")) LockSupport.parkNanos(300_000_000);
                if (text.startsWith("BUG")) throw new IllegalStateException("a fault of the program");
                var content = new Content(text, blocks(text), List.of());
                return new Extraction.Extracted("text/plain", "en", content, List.of(), List.of(), List.of());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static List<Block> blocks(String text) {
            var blocks = new ArrayList<Block>();
            var start = 0;
            for (var line : text.split("\n", -1)) {
                if (!line.isBlank())
                    blocks.add(new Block(Block.Kind.PARAGRAPH, 0, new Span(start, start + line.length()), 0));
                start += line.length() + 1;
            }
            return blocks;
        }

        @Override
        public void close() {}
    }

    private static Document structure(Source source, String sha256, Extraction.Extracted extracted) {
        var text = extracted.content().text();
        var whole = new Span(0, text.length());
        var passages = extracted.content().blocks().stream()
                .map(block -> new Passage(block, 0, Standing.UNKNOWN))
                .toList();
        return new Document(
                source.path(),
                sha256,
                extracted,
                new Metadata(
                        source.path(),
                        date(text),
                        team(source),
                        new Status("Accepted", Status.Normal.ACCEPTED),
                        authors(text),
                        List.of(),
                        Map.of()),
                new Recognition("unstructured", List.of()),
                new Document.Outline(List.of(new Section(Section.Kind.DECISION, "", 0, whole)), passages),
                List.of(new Decision(Decision.Id.of(1), source.path(), whole, List.of())));
    }

    private static String team(Source source) {
        return source.fields().stream()
                .filter(field -> field.name().equals("team"))
                .map(Field::value)
                .findFirst()
                .orElseGet(() -> source.path().contains("/") ? source.path().replaceFirst("/.*", "") : "");
    }

    private static List<String> authors(String text) {
        return text.lines()
                .filter(line -> line.startsWith("author: "))
                .map(line -> line.substring("author: ".length()))
                .toList();
    }

    private static Optional<LocalDate> date(String text) {
        return text.lines()
                .filter(line -> line.startsWith("date: "))
                .map(line -> LocalDate.parse(line.substring("date: ".length())))
                .findFirst();
    }

    private record TestingAnnotator(String identity) implements Annotator {
        @Override
        public List<Annotated> annotate(Charter charter, List<Document> documents) {
            return documents.stream()
                    .map(document -> annotate(charter, document))
                    .toList();
        }

        private static Annotated annotate(Charter charter, Document document) {
            var sentences = new ArrayList<Sentence>();
            var observations = new ArrayList<Observation>();
            var argued = new ArrayList<Argued>();
            for (var passage : document.outline().passages()) {
                var sentence = passage.block().span().of(document.text());
                for (var value : charter.values())
                    for (var term : value.terms())
                        if (sentence.contains(term))
                            observations.add(new Observation(
                                    sentences.size(),
                                    value.id(),
                                    new Judgement(true, Stance.UPHOLDS, About.CHOSEN, false, Role.REASON),
                                    new Confidence(900),
                                    List.of(new Signal(Signal.Kind.TERM, term))));
                if (sentence.contains("because it is fast"))
                    argued.add(new Argued(sentences.size(), "performance", new Confidence(700)));
                sentences.add(new Sentence(passage.block().span(), sentences.size(), true));
            }
            var nowhere = sentences.stream()
                    .map(_ -> new Embedding(new float[] {1, 0, 0, 0}))
                    .toList();
            return new Annotated(document, sentences, observations, List.of(), argued, nowhere, List.of());
        }

        @Override
        public List<Bundle> bundles(Charter charter) {
            return charter.values().stream()
                    .map(value -> value.details().concerns().isEmpty()
                            ? new Bundle(value.id(), List.of("transparency"), Bundle.Origin.SUGGESTED)
                            : new Bundle(value.id(), value.details().concerns(), Bundle.Origin.LISTED))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
