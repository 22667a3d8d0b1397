package dev.touchstone.indexer.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text as a single term. Lucene refuses terms above 32,766 bytes, so the rest of a longer text is replaced by its hash:
 * different texts stay different.
 */
final class Key {
    private static final int LONGEST = 8_000;

    private Key() {}

    static String of(String text) {
        if (text.length() <= LONGEST) return text;
        return text.substring(0, LONGEST) + '#' + hash(text);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
