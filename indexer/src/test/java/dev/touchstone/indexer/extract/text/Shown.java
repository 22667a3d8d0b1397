package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import java.util.List;

/** Content as tests compare it: one line for each block. */
public final class Shown {
    private Shown() {}

    /** Such as {@code "h1 The title"}, {@code "p Words"}, {@code "li2 An item"}, {@code "td1 A cell"}, {@code "code x"}. */
    public static List<String> blocks(Content content) {
        return content.blocks().stream()
                .map(block -> show(block, content.text()))
                .toList();
    }

    private static String show(Block block, String text) {
        var words = block.span().of(text).replace("\n", "\\n");
        return switch (block.kind()) {
            case HEADING -> "h" + block.level() + " " + words;
            case PARAGRAPH -> "p " + words;
            case LIST_ITEM -> "li" + block.level() + " " + words;
            case TABLE_CELL -> "td" + block.level() + " " + words;
            case QUOTATION -> "q " + words;
            case CODE -> "code " + words;
        };
    }
}
