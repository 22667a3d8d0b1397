package dev.touchstone.web.account;

import java.util.Locale;

/**
 * Bytes in letters and digits that are easily typed (RFC 4648, without padding).
 * <pre>
 * Before:  f o o b a r      six bytes
 * After:   MZXW6YTBOI
 * </pre>
 */
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.length * Byte.SIZE; bit += BITS) text.append(ALPHABET.charAt(digit(bytes, bit)));
        return text.toString();
    }

    /** The five bits from that one on; beyond the end they are 0. */
    private static int digit(byte[] bytes, int from) {
        var digit = 0;
        for (var bit = from; bit < from + BITS; bit++) {
            var isSet = bit < bytes.length * Byte.SIZE
                    && (bytes[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1;
            digit = digit << 1 | (isSet ? 1 : 0);
        }
        return digit;
    }

    /**
     * The bytes that were encoded.
     *
     * @throws IllegalArgumentException when the text is not of this alphabet
     */
    static byte[] decode(String text) {
        var bytes = new byte[text.length() * BITS / Byte.SIZE];
        for (var bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            var digit = ALPHABET.indexOf(text.charAt(bit / BITS));
            if (digit < 0) throw new IllegalArgumentException("not in Base32");
            var isSet = (digit >> (BITS - 1 - bit % BITS) & 1) == 1;
            if (isSet) bytes[bit / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return bytes;
    }

    /** What somebody typed, without what only makes it legible: {@code abcd-efgh} is {@code ABCDEFGH}. */
    static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** In groups of four, for people. */
    static String grouped(String text, String between) {
        return text.replaceAll(".{4}(?=.)", "$0" + between);
    }
}
