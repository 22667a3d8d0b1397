package dev.touchstone.web.cli;

/** Text for a terminal: what a document's author wrote must not move the cursor or turn the direction of writing. */
final class Plain {
    private Plain() {}

    /** Control characters, line breaks and marks without width become one visible mark each. */
    static String text(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> plain.appendCodePoint(isSeen(character) ? character : '\uFFFD'));
        return plain.toString();
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
