package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;

/** A sample as slides: each heading begins one. */
final class SampleSlides {
    private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

    private SampleSlides() {}

    static byte[] make(SampleOffice.Sample sample) throws IOException {
        try (var show = new XMLSlideShow()) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            for (var group : groups(sample.content().blocks())) {
                var slide = show.createSlide(layout);
                slide.getPlaceholder(0).setText(sample.words(group.getFirst()));
                fill(slide, sample, group.subList(1, group.size()));
            }
            var properties = show.getProperties().getCoreProperties();
            properties.setTitle(sample.title());
            properties.setCreator("Thornquay");
            properties.setCreated(Optional.of(Date.from(MADE)));
            properties.setModified(Optional.of(Date.from(MADE)));
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<List<Block>> groups(List<Block> blocks) {
        var groups = new ArrayList<List<Block>>();
        for (var block : blocks) {
            if (block.kind() == Kind.HEADING) groups.add(new ArrayList<>());
            groups.getLast().add(block);
        }
        return groups;
    }

    private static void fill(XSLFSlide slide, SampleOffice.Sample sample, List<Block> blocks) {
        var cells =
                blocks.stream().filter(block -> block.kind() == Kind.TABLE_CELL).toList();
        var words =
                blocks.stream().filter(block -> block.kind() != Kind.TABLE_CELL).toList();
        var body = slide.getPlaceholder(1);
        if (words.isEmpty()) slide.removeShape(body);
        else body.clearText();
        for (var block : words) {
            var paragraph = body.addNewTextParagraph();
            paragraph.setBullet(block.kind() == Kind.LIST_ITEM);
            paragraph.addNewTextRun().setText(sample.words(block));
        }
        if (!cells.isEmpty()) addTable(slide, sample, cells);
    }

    private static void addTable(XSLFSlide slide, SampleOffice.Sample sample, List<Block> cells) {
        var table = slide.createTable();
        table.setAnchor(new Rectangle2D.Double(50, 130, 620, 300));
        var row = table.addRow();
        var last = 0;
        for (var cell : cells) {
            if (cell.level() <= last) row = table.addRow();
            // An empty cell of the source leaves no block.
            for (last = cell.level() <= last ? 0 : last; last < cell.level() - 1; last++) row.addCell();
            row.addCell().setText(sample.words(cell));
            last = cell.level();
        }
    }
}
