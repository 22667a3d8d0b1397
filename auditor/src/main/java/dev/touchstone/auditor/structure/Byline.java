package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Block;
import java.util.Optional;

/**
 * A short line right below the title that says who wrote a document and when.
 * <pre>
 * Before:  "Moving the depot", "Ada Nwosu, 24 October 2024", "We have outgrown …"
 * After:   the second block, 2024-10-24
 * </pre>
 */
record Byline(int block, DateText date) {
    private static final int MOST_WORDS = 12;
    private static final int MOST_LINES = 3;
    private static final int FIRST_BLOCKS = 3;

    static Optional<Byline> in(Layout layout, Header header) {
        for (var index = 0; index < Math.min(FIRST_BLOCKS, layout.size()); index++) {
            if (layout.block(index).kind() != Block.Kind.PARAGRAPH
                    || header.masked().get(index)) continue;
            var lines = layout.text(index).lines().toList();
            if (lines.size() > MOST_LINES || !lines.stream().allMatch(Byline::isShort)) continue;
            for (var line : lines) {
                var date = DateText.in(line);
                if (date.isPresent()) return Optional.of(new Byline(index, date.get()));
            }
        }
        return Optional.empty();
    }

    private static boolean isShort(String line) {
        return line.split("\\s+").length <= MOST_WORDS && !line.endsWith(".");
    }
}
