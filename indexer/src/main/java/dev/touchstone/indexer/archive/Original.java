package dev.touchstone.indexer.archive;

import java.util.regex.Pattern;

/**
 * Bytes as they were sent, known by their hash.
 *
 * @param sha256 of the bytes, 64 hexadecimal digits in lower case
 * @param size in bytes
 */
public record Original(String sha256, long size) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Original {
        if (!isHash(sha256)) throw new IllegalArgumentException("not a SHA-256: " + sha256);
        if (size < 0) throw new IllegalArgumentException("a size below zero: " + size);
    }

    /** Whether this can be a file name of ours. Whoever asks may ask for "../../secret". */
    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
