package dev.touchstone.indexer.archive.ledger;

import java.util.Arrays;

/** Texts as every database gives them back: NUL and halves of characters, which some refuse, are shown as marks. */
final class Storable {
    private static final int MARK = 0xFFFD;

    private Storable() {}

    /** One mark for each unit that is replaced: places in the text stay where they are. */
    static String text(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> character == 0 || isHalf(character) ? MARK : character)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** What a statement is given, with its texts cleaned. */
    static Object[] all(Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? text(text) : argument)
                .toArray();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
