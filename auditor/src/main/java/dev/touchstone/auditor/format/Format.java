package dev.touchstone.auditor.format;

import java.util.List;

/**
 * A kind of decision document, as data, so that an organisation can add its own.
 *
 * @param id such as {@code madr4}
 * @param precedence formats are tried from the highest down
 * @param ways to recognise it: one is enough, and needs all of its clues; a format with none is never recognised
 */
public record Format(String id, String name, int precedence, List<List<Clue>> ways, Reading reading) {
    public Format {
        ways = ways.stream().map(List::copyOf).toList();
        if (id.isBlank()) throw new IllegalArgumentException("a format without an id");
    }
}
