package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.indexer.extract.text.Cleaning;
import dev.touchstone.indexer.extract.text.ContentBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads the pages of a PDF with PDFBox itself, because the sizes and weights of letters, which Tika drops, are what tells
 * headings from words. What else a PDF may hold, attachments and forms, stays with Tika.
 */
final class PdfReader {
    private PdfReader() {}

    /**
     * What the pages gave.
     *
     * @param more whether there are attachments or a form
     * @param fault what went wrong, if anything
     */
    record Pages(List<Field> fields, boolean more, Optional<String> fault) {}

    static Pages read(byte[] bytes, ContentBuilder out) {
        try (var document = Loader.loadPDF(bytes)) {
            var lines = new PdfLines();
            var fault = read(document, lines);
            PdfBlocks.write(lines.all(), out);
            if (fault.isEmpty() && lines.isFull()) fault = Optional.of(Faults.TOO_LONG);
            if (fault.isEmpty() && document.getNumberOfPages() > PdfLines.MOST_PAGES)
                fault = Optional.of("only the first %,d pages were read".formatted(PdfLines.MOST_PAGES));
            return new Pages(fields(document), hasMore(document), fault);
        } catch (IOException | RuntimeException damaged) {
            return new Pages(
                    List.of(), false, Optional.of(Faults.judge(damaged, "PDF").reason()));
        }
    }

    private static Optional<String> read(PDDocument document, PdfLines lines) {
        try {
            lines.read(document);
            return Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // PDFBox throws whatever a damaged page makes it run into; pages before it were read.
            return Optional.of(Faults.judge(damaged, "PDF").reason());
        }
    }

    private static boolean hasMore(PDDocument document) {
        try {
            var catalog = document.getDocumentCatalog();
            var names = catalog.getNames();
            return catalog.getAcroForm() != null || (names != null && names.getEmbeddedFiles() != null);
        } catch (RuntimeException damaged) {
            return false;
        }
    }

    private static List<Field> fields(PDDocument document) {
        var fields = new ArrayList<Field>();
        try {
            var information = document.getDocumentInformation();
            add("dc:title", information.getTitle(), fields);
            add("dcterms:created", date(information.getCreationDate()), fields);
            add("dc:creator", information.getAuthor(), fields);
        } catch (RuntimeException damaged) {
            return fields;
        }
        return fields;
    }

    private static String date(@org.jspecify.annotations.Nullable Calendar calendar) {
        return calendar == null ? "" : calendar.toInstant().toString();
    }

    private static void add(String name, @org.jspecify.annotations.Nullable String value, List<Field> fields) {
        if (value != null && !value.isBlank())
            fields.add(new Field(name, Cleaning.clean(value.strip()), Origin.PROPERTIES));
    }
}
