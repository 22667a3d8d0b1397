package dev.touchstone.auditor;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.reference.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A charter of three values and documents whose every line is a passage of one sentence. */
public final class Samples {
    public static final Value OPENNESS = value("openness");
    public static final Value THRIFT = value("thrift");
    public static final Value SECURITY = value("security");
    public static final Charter CHARTER =
            new Charter("Sample", 1, "", List.of(OPENNESS, THRIFT, SECURITY), "0".repeat(64));

    public static final Standing CHOSEN = new Standing("A", Standing.About.CHOSEN, Standing.Argument.NONE);

    private Samples() {}

    private static Value value(String id) {
        return new Value(
                new Value.Id(id),
                id,
                "We want " + id + ".",
                Optional.of("Less of it."),
                new Value.Conduct(List.of(), List.of()),
                List.of(id),
                Value.Details.NONE);
    }

    /** A line of a sample document with what an annotator saw in it. */
    public record Line(String text, Standing standing, List<Seen> seen) {
        public static Line of(String text, Seen... seen) {
            return new Line(text, CHOSEN, List.of(seen));
        }

        public Line at(Standing place) {
            return new Line(text, place, seen);
        }
    }

    /** One value in a line. */
    public record Seen(Value value, Judgement judgement, Confidence confidence, List<Signal> signals) {
        public static Seen of(Value value, Stance stance, About about, Role role) {
            return new Seen(value, new Judgement(true, stance, about, false, role), new Confidence(800), List.of());
        }

        public Seen doubtful() {
            return new Seen(value, judgement, new Confidence(499), signals);
        }

        public Seen drawback() {
            var now =
                    new Judgement(judgement.explicit(), judgement.stance(), judgement.about(), true, judgement.role());
            return new Seen(value, now, confidence, signals);
        }

        public Seen implicit() {
            var now =
                    new Judgement(false, judgement.stance(), judgement.about(), judgement.drawback(), judgement.role());
            return new Seen(value, now, confidence, signals);
        }

        public Seen conceding() {
            return new Seen(value, judgement, confidence, List.of(new Signal(Signal.Kind.CONCESSION, "although")));
        }

        public Seen opposing() {
            return new Seen(value, judgement, confidence, List.of(new Signal(Signal.Kind.CONTRAST, "but")));
        }
    }

    /** A document in one decision, as its lines say. */
    public static Annotated annotated(String path, Line... lines) {
        var text = new StringBuilder();
        var blocks = new ArrayList<Block>();
        var passages = new ArrayList<Passage>();
        var sentences = new ArrayList<Sentence>();
        var observations = new ArrayList<Observation>();
        for (var line : lines) {
            var span = new Span(text.length(), text.length() + line.text().length());
            text.append(line.text()).append("\n\n");
            var block = new Block(Block.Kind.PARAGRAPH, 0, span, 0);
            blocks.add(block);
            for (var seen : line.seen())
                observations.add(new Observation(
                        sentences.size(), seen.value().id(), seen.judgement(), seen.confidence(), seen.signals()));
            sentences.add(new Sentence(span, passages.size(), true));
            passages.add(new Passage(block, 0, line.standing()));
        }
        var content = new Content(text.toString(), blocks, List.of());
        var document = document(path, content, passages);
        return new Annotated(document, sentences, observations, List.of(), List.of(), List.of(), List.of());
    }

    private static Document document(String path, Content content, List<Passage> passages) {
        var whole = new Span(0, content.text().length());
        var section = new Section(Section.Kind.DECISION, "Decision", 2, whole);
        var options = List.of(new Option("A", Option.Fate.CHOSEN), new Option("B", Option.Fate.REJECTED));
        return new Document(
                path,
                "%064x".formatted(path.hashCode() & 0xffffffffL),
                new Extracted("text/markdown", "en", content, List.of(), List.of(), List.of()),
                new Metadata(
                        path,
                        Optional.of(LocalDate.of(2024, 5, 1)),
                        "core",
                        new Status("Accepted", Status.Normal.ACCEPTED),
                        List.of(),
                        List.of(),
                        Map.of()),
                new Recognition("nygard", List.of("a sample")),
                new Document.Outline(List.of(section), passages),
                List.of(new Decision(Decision.Id.of(1), path, whole, options)));
    }
}
