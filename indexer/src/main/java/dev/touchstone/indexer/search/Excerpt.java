package dev.touchstone.indexer.search;

import dev.touchstone.auditor.document.Span;

/**
 * The part of a passage that a result shows: all of it, or, of one too long to read in a list, the part around a place, cut
 * between words.
 */
final class Excerpt {
    static final int LONGEST = 1_500;
    private static final int BEFORE = 300;

    private Excerpt() {}

    /** A range of the text around the place, at most {@value #LONGEST} characters long. */
    static Span around(Span place, String text) {
        if (text.length() <= LONGEST) return new Span(0, text.length());
        var start = Math.clamp(place.start() - BEFORE, 0, text.length() - LONGEST);
        var end = start + LONGEST;
        return new Span(start == 0 ? 0 : afterSpace(text, start), end == text.length() ? end : beforeSpace(text, end));
    }

    /** The next beginning of a word, not further than a long word away; a character is never cut in two. */
    private static int afterSpace(String text, int from) {
        for (var i = from; i < from + BEFORE / 2; i++) if (Character.isWhitespace(text.charAt(i - 1))) return i;
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int beforeSpace(String text, int to) {
        for (var i = to; i > to - BEFORE / 2; i--) if (Character.isWhitespace(text.charAt(i))) return i;
        return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
