package dev.touchstone.web.json;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.json.AnnotationForm.Body;
import dev.touchstone.web.json.AnnotationForm.Selector;
import dev.touchstone.web.json.AnnotationForm.Source;
import dev.touchstone.web.json.AnnotationForm.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All references as Web Annotations in JSON-LD, one a line, in the order of the audit. The W3C's context is named, as its
 * recommendation demands; what it does not know is mapped in the file. Positions count Unicode characters, as it demands too:
 * <pre>
 * before   text "🧭 We tell all.", a reference at [3, 15)     UTF-16 units, as everywhere else here
 * after    "start": 2, "end": 14, "exact": "We tell all."
 * </pre>
 * See the <a href="https://www.w3.org/TR/annotation-model/">Web Annotation Data Model</a>.
 */
public final class Annotations {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
    private static final String OWN = "urn:x-touchstone:";

    /** What the W3C's context lacks. */
    private static final List<String> TERMS = List.of(
            "explicit",
            "stance",
            "about",
            "drawback",
            "effect",
            "role",
            "boilerplate",
            "confidence",
            "decision",
            "signals",
            "path",
            "title",
            "section",
            "page");

    /** How many characters around a quotation tell it from the same words elsewhere. */
    private static final int AROUND = 32;

    private Annotations() {}

    /**
     * A file and its text, which is asked for when there is something to say of it.
     *
     * @param text that its references index
     */
    public record Read(Entry entry, Supplier<String> text) {}

    /** Writes one document of JSON-LD; the writer stays open. */
    public static void write(Stream<Read> files, Writer out) {
        try {
            out.write("{\n  \"@context\": %s,\n  \"@graph\": [".formatted(Json.line(List.of(CONTEXT, terms()))));
            var separator = "\n    ";
            for (var next = files.iterator(); next.hasNext(); ) {
                var file = next.next();
                if (!(file.entry().outcome() instanceof Audited audited)
                        || audited.references().isEmpty()) continue;
                var text = file.text().get();
                var decisions = AuditWriter.decisions(audited);
                for (var reference : audited.references()) {
                    out.write(separator);
                    out.write(
                            Json.line(form(file.entry(), audited, reference, decisions.get(reference.number()), text)));
                    separator = ",\n    ";
                }
            }
            out.write("\n  ]\n}\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write the annotations", failed);
        }
    }

    private static Map<String, String> terms() {
        var terms = new LinkedHashMap<String, String>();
        for (var term : TERMS) terms.put(term, OWN + term);
        return terms;
    }

    private static AnnotationForm form(
            Entry entry, Audited audited, Reference reference, @Nullable String decision, String text) {
        return new AnnotationForm(
                id(entry, reference),
                "Annotation",
                "classifying",
                body(reference, decision),
                target(entry, audited, reference, text));
    }

    /** The same for the same reference, wherever and whenever it is written. */
    private static String id(Entry entry, Reference reference) {
        var name = "%s %s %d %s"
                .formatted(
                        entry.path(),
                        entry.sha256(),
                        reference.number(),
                        reference.value().text());
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static Body body(Reference reference, @Nullable String decision) {
        var judgement = reference.judgement();
        return new Body(
                "TextualBody",
                "classifying",
                reference.value().text(),
                judgement.explicit(),
                Words.of(judgement.stance()),
                Words.of(judgement.about()),
                judgement.drawback(),
                Words.of(reference.effect()),
                Words.of(judgement.role()),
                reference.boilerplate(),
                BigDecimal.valueOf(reference.confidence().permille(), 3),
                decision,
                reference.signals().stream().map(AuditWriter::signal).toList());
    }

    private static Target target(Entry entry, Audited audited, Reference reference, String text) {
        var evidence = reference.evidence();
        return new Target(
                "SpecificResource",
                source(entry, audited),
                Words.orNull(evidence.section()),
                evidence.page() == 0 ? null : evidence.page(),
                selectors(reference, text));
    }

    private static Source source(Entry entry, Audited audited) {
        var hash = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(entry.sha256()));
        return new Source(
                "ni:///sha-256;" + hash,
                "Text",
                entry.path(),
                Words.orNull(audited.metadata().title()),
                Words.orNull(audited.extent().language()));
    }

    private static List<Selector> selectors(Reference reference, String text) {
        var span = reference.evidence().span();
        var start = text.codePointCount(0, span.start());
        var end = start + text.codePointCount(span.start(), span.end());
        var before = text.offsetByCodePoints(span.start(), -Math.min(AROUND, start));
        var left = text.codePointCount(span.end(), text.length());
        var after = text.offsetByCodePoints(span.end(), Math.min(AROUND, left));
        return List.of(
                new Selector.Position("TextPositionSelector", start, end),
                new Selector.Quotation(
                        "TextQuoteSelector",
                        reference.evidence().quote(),
                        text.substring(before, span.start()),
                        text.substring(span.end(), after)));
    }
}
