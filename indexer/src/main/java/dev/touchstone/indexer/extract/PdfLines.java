package dev.touchstone.indexer.extract;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a PDF with what their letters look like, which is all the structure that most PDFs have. */
final class PdfLines extends PDFTextStripper {
    static final int MOST_PAGES = 5_000;

    /** A gap of so many letters' height parts two cells of a row. */
    private static final float WIDE = 1.6f;

    private final List<PdfLine> lines = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private final Map<Float, Integer> sizes = new HashMap<>();
    private int bold;
    private int letters;
    private int characters;
    private float left;
    private float right;
    private float baseline;

    PdfLines() {
        setEndPage(MOST_PAGES);
    }

    /** Reads what can be read; lines found before a fault stay. */
    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    List<PdfLine> all() {
        return lines;
    }

    /** Whether the pages hold more text than is kept. */
    boolean isFull() {
        return characters > Limits.MOST_CHARACTERS;
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        endLine();
        if (isFull()) setEndPage(getCurrentPageNo());
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) {
        if (positions.isEmpty() || isFull()) return;
        var first = positions.getFirst();
        if (letters == 0) begin(first);
        else if (first.getXDirAdj() - right > WIDE * Math.max(4, first.getFontSizeInPt())) endCell();
        cell.append(word);
        characters += word.length();
        for (var position : positions) {
            sizes.merge(Math.round(position.getFontSizeInPt() * 2) / 2f, 1, Integer::sum);
            letters++;
            if (isBold(position)) bold++;
        }
        var last = positions.getLast();
        right = last.getXDirAdj() + last.getWidthDirAdj();
    }

    private void begin(TextPosition first) {
        left = first.getXDirAdj();
        baseline = first.getYDirAdj();
    }

    private static boolean isBold(TextPosition position) {
        var font = position.getFont();
        var name = font == null || font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        return name.contains("bold") || name.contains("black") || name.contains("heavy");
    }

    @Override
    protected void writeWordSeparator() {
        cell.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endCell() {
        var words = cell.toString().strip();
        if (!words.isEmpty()) cells.add(words);
        cell.setLength(0);
    }

    private void endLine() {
        endCell();
        if (!cells.isEmpty()) {
            var size = sizes.entrySet().stream()
                    .max(Map.Entry.<Float, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0f);
            lines.add(new PdfLine(
                    cells, size, bold * 5 > letters * 4, new PdfLine.Place(getCurrentPageNo(), left, right, baseline)));
        }
        cells.clear();
        sizes.clear();
        letters = 0;
        bold = 0;
    }
}
