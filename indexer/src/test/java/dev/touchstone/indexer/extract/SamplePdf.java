package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A sample as a PDF whose lines are wrapped and whose pages have numbers, as any writer makes them. */
final class SamplePdf implements AutoCloseable {
    private static final float MARGIN = 64;
    private static final float BODY = 11;

    private final PDDocument document = new PDDocument();
    private final PDType1Font plain = new PDType1Font(FontName.HELVETICA);
    private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final String title;
    private PDPageContentStream page;
    private float height;

    private SamplePdf(String title) throws IOException {
        this.title = title;
        this.page = nextPage();
    }

    static byte[] make(SampleOffice.Sample sample) throws IOException {
        try (var pdf = new SamplePdf(sample.title())) {
            for (var block : sample.content().blocks()) pdf.write(block, sample);
            return pdf.bytes();
        }
    }

    private PDPageContentStream nextPage() throws IOException {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        var stream = new PDPageContentStream(document, sheet);
        height = PDRectangle.A4.getHeight() - MARGIN;
        return stream;
    }

    private static void text(
            PDPageContentStream stream, PDType1Font font, float size, float left, float bottom, String words)
            throws IOException {
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(left, bottom);
        stream.showText(words);
        stream.endText();
    }

    private void write(Block block, SampleOffice.Sample sample) throws IOException {
        var words = sample.words(block).replace('\n', ' ');
        switch (block.kind()) {
            case HEADING -> lines(bold, block.level() == 1 ? 20 : 14, MARGIN, block.level() == 1 ? 6 : 14, words);
            case LIST_ITEM -> lines(plain, BODY, MARGIN + 14, 4, "• " + words);
            case TABLE_CELL -> cell(block, words);
            case PARAGRAPH, QUOTATION, CODE -> lines(plain, BODY, MARGIN, 8, words);
        }
    }

    private void lines(PDType1Font font, float size, float left, float above, String words) throws IOException {
        height -= above;
        for (var line : wrap(font, size, PDRectangle.A4.getWidth() - MARGIN - left, words)) {
            height -= size * 1.3f;
            if (height < MARGIN) {
                page.close();
                page = nextPage();
                height -= size * 1.3f;
            }
            text(page, font, size, left, height, line);
        }
    }

    private void cell(Block block, String words) throws IOException {
        if (block.level() == 1) height -= BODY * 1.5f;
        text(page, plain, BODY, block.level() == 1 ? MARGIN : MARGIN + 250 + 100f * (block.level() - 2), height, words);
    }

    private static List<String> wrap(PDType1Font font, float size, float width, String words) throws IOException {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : words.split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) * size / 1000 > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private byte[] bytes() throws IOException {
        page.close();
        addFooters();
        var information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor("Thornquay");
        var made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        made.set(2026, Calendar.JANUARY, 1, 0, 0, 0);
        made.set(Calendar.MILLISECOND, 0);
        information.setCreationDate(made);
        // Without one, PDFBox makes an id from the clock.
        document.setDocumentId((long) title.hashCode());
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private void addFooters() throws IOException {
        var number = 0;
        if (document.getNumberOfPages() < 2) return;
        for (var sheet : document.getPages())
            try (var stream = new PDPageContentStream(document, sheet, AppendMode.APPEND, true)) {
                text(stream, plain, 8, MARGIN, 36, title + " - " + ++number);
            }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
