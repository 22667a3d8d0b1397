package dev.touchstone.indexer.extract;

import java.util.List;

/**
 * A line of a PDF, as it stands on its page.
 *
 * @param cells its words, in one piece, or in several where wide gaps part them
 * @param size of most of its letters, in points, rounded to halves
 * @param place where it stands
 */
record PdfLine(List<String> cells, float size, boolean bold, Place place) {
    PdfLine {
        cells = List.copyOf(cells);
    }

    String words() {
        return String.join(" ", cells);
    }

    /**
     * Where a line stands, in points from the upper left corner.
     *
     * @param page from 1
     */
    record Place(int page, float left, float right, float baseline) {}
}
