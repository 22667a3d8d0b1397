package dev.touchstone.auditor.format;

import java.util.List;

/**
 * A kind of decision document, as data, so that an organisation can add its own.
 *
 * @param id such as {@code madr4}
 * @param ways to recognise it: one is enough; a format with none is never recognised
 */
public record Format(String id, String name, List<Way> ways, Reading reading) {
    public Format {
        ways = List.copyOf(ways);
        if (id.isBlank()) throw new IllegalArgumentException("a format without an id");
    }
}
