package dev.touchstone.web.json;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Scorecard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * All references of an audit as a table for a spreadsheet: one row each, in the order of the audit. Texts stand in quotes,
 * numbers do not. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class ReferencesCsv {
    static final List<String> COLUMNS = List.of(
            "path",
            "title",
            "date",
            "team",
            "status",
            "format",
            "decision",
            "decision_title",
            "reference",
            "value",
            "explicit",
            "stance",
            "about",
            "effect",
            "role",
            "boilerplate",
            "confidence",
            "section",
            "section_kind",
            "page",
            "start",
            "end",
            "quote",
            "signals");

    /** Quotation of every text, because a separator other than the comma would else open a new cell with a formula. */
    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .get();

    private ReferencesCsv() {}

    /** Writes the table with a header line; the writer stays open. */
    public static void write(Audit audit, Appendable out) {
        write(audit.all(), out);
    }

    /** Writes the table of entries, those inside others among them, one after the other; the writer stays open. */
    public static void write(Stream<Entry> entries, Appendable out) {
        try {
            var printer = new CSVPrinter(out, FORMAT);
            printer.printRecord(COLUMNS);
            for (var next = entries.iterator(); next.hasNext(); ) {
                var entry = next.next();
                if (entry.outcome() instanceof Audited audited) write(entry, audited, printer);
            }
            printer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Entry entry, Audited audited, CSVPrinter printer) throws IOException {
        var decisions = AuditWriter.decisions(audited);
        var titles = new HashMap<String, String>();
        for (Scorecard scorecard : audited.scorecards())
            titles.put(scorecard.decision().id().text(), scorecard.decision().title());
        for (var reference : audited.references())
            printer.printRecord(row(entry, audited, reference, decisions.get(reference.number()), titles));
    }

    private static List<Object> row(
            Entry entry,
            Audited audited,
            Reference reference,
            @Nullable String decision,
            Map<String, String> decisionTitles) {
        var metadata = audited.metadata();
        var judgement = reference.judgement();
        var evidence = reference.evidence();
        return List.of(
                safe(entry.path()),
                safe(metadata.title()),
                metadata.date().map(Object::toString).orElse(""),
                safe(metadata.team()),
                Words.of(metadata.status().normal()),
                safe(audited.recognition().format()),
                safe(Words.orEmpty(decision)),
                safe(decisionTitles.getOrDefault(Words.orEmpty(decision), "")),
                reference.number(),
                safe(reference.value().text()),
                Boolean.toString(judgement.explicit()),
                Words.of(judgement.stance()),
                Words.of(judgement.about()),
                Words.of(reference.effect()),
                Words.of(judgement.role()),
                Boolean.toString(reference.boilerplate()),
                BigDecimal.valueOf(reference.confidence().permille(), 3),
                safe(evidence.section()),
                Words.of(evidence.sectionKind()),
                evidence.page() == 0 ? "" : evidence.page(),
                evidence.span().start(),
                evidence.span().end(),
                safe(evidence.quote()),
                safe(reference.signals().stream().map(AuditWriter::signal).collect(Collectors.joining("; "))));
    }

    /**
     * A text that no spreadsheet takes for a formula.
     * <pre>
     * before   =HYPERLINK("http://…")        (plus, minus and at sign, their full-width forms, tab and line breaks too)
     * after    '=HYPERLINK("http://…")
     * </pre>
     */
    static String safe(String text) {
        if (text.isEmpty()) return text;
        var first = text.codePoints().filter(ReferencesCsv::isSeen).findFirst().orElse(' ');
        return "=+-@＝＋－＠".indexOf(first) >= 0 || Character.isISOControl(text.charAt(0)) ? "'" + text : text;
    }

    /** Spaces, controls and marks without width are passed over by some spreadsheets before they look for a formula. */
    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && !Character.isISOControl(character)
                && Character.getType(character) != Character.FORMAT;
    }
}
