package dev.touchstone.auditor.format;

import java.util.List;

/**
 * One way to recognise a format: all clues must be there.
 *
 * @param precedence of this way among those of all formats, the highest first
 */
public record Way(int precedence, List<Clue> clues) {
    public Way {
        clues = List.copyOf(clues);
        if (clues.isEmpty()) throw new IllegalArgumentException("a way without clues would recognise everything");
    }
}
