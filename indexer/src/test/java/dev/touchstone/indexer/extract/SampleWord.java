package dev.touchstone.indexer.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A sample as a Word document with real heading styles, lists and tables. */
final class SampleWord {
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private SampleWord() {}

    static byte[] make(SampleOffice.Sample sample) throws IOException {
        try (var document = new XWPFDocument()) {
            for (var level = 1; level <= 3; level++) addHeadingStyle(document, level);
            var bullets = bullets(document);
            var table = Optional.<XWPFTable>empty();
            for (var block : sample.content().blocks()) {
                var words = sample.words(block);
                switch (block.kind()) {
                    case HEADING -> {
                        var paragraph = document.createParagraph();
                        paragraph.setStyle("Heading" + block.level());
                        paragraph.createRun().setText(words);
                    }
                    case LIST_ITEM -> {
                        var paragraph = document.createParagraph();
                        paragraph.setNumID(bullets);
                        paragraph.setNumILvl(BigInteger.ZERO);
                        paragraph.createRun().setText(words);
                    }
                    case TABLE_CELL -> table = Optional.of(addCell(document, table, block.level(), words));
                    case PARAGRAPH, QUOTATION, CODE ->
                        document.createParagraph().createRun().setText(words);
                }
                if (block.kind() != dev.touchstone.auditor.document.Block.Kind.TABLE_CELL) table = Optional.empty();
            }
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(sample.title());
            properties.setCreator("Thornquay");
            properties.setCreated(Optional.of(Date.from(MADE)));
            properties.setModified(Optional.of(Date.from(MADE)));
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void addHeadingStyle(XWPFDocument document, int level) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId("Heading" + level);
        style.addNewName().setVal("heading " + level);
        var look = style.addNewRPr();
        look.addNewB();
        look.addNewSz().setVal(BigInteger.valueOf(36 - 6L * level));
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private static BigInteger bullets(XWPFDocument document) {
        var kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.ZERO);
        var level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("•");
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    /** A cell whose column is not further right than the last begins a row. */
    private static XWPFTable addCell(XWPFDocument document, Optional<XWPFTable> open, int column, String words) {
        if (open.isEmpty()) {
            var table = document.createTable(1, 1);
            table.getRow(0).getCell(0).setText(words);
            return table;
        }
        var table = open.get();
        var row = column == 1 ? table.createRow() : table.getRow(table.getNumberOfRows() - 1);
        while (row.getTableCells().size() < column) row.createCell();
        row.getCell(column - 1).setText(words);
        return table;
    }
}
