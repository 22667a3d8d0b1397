package dev.touchstone.auditor.format;

import java.util.List;

/**
 * A pattern over folded text in which {@code *} stands for anything: {@code motion * carried*}. It is not a regular
 * expression, so that whoever declares a format needs no syntax and no declaration can make matching slow.
 */
public record Wording(String pattern) {
    public Wording {
        pattern = Folded.of(pattern.replace('*', '\u0001')).replace('\u0001', '*');
        if (pattern.isBlank()) throw new IllegalArgumentException("a blank wording");
    }

    /** Whether any of these wordings fits. */
    public static boolean any(List<Wording> wordings, String folded) {
        return wordings.stream().anyMatch(wording -> wording.matches(folded));
    }

    /** Whether the whole of {@code folded}, which {@link Folded} made, fits. */
    public boolean matches(String folded) {
        var star = pattern.indexOf('*');
        if (star < 0) return folded.equals(pattern);
        if (!folded.startsWith(pattern.substring(0, star))) return false;
        var at = star;
        while (true) {
            var next = pattern.indexOf('*', star + 1);
            if (next < 0) break;
            var piece = pattern.substring(star + 1, next);
            var found = folded.indexOf(piece, at);
            if (found < 0) return false;
            at = found + piece.length();
            star = next;
        }
        var last = pattern.substring(star + 1);
        return folded.length() - last.length() >= at && folded.endsWith(last);
    }

    @Override
    public String toString() {
        return pattern;
    }
}
