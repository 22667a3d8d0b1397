package dev.touchstone.web.browse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A document's name in addresses: sixteen hexadecimal digits of the SHA-256 of its path. The path and not the bytes, because
 * two files may hold the same bytes, a file that cannot be read has no hash, and an address should survive an edit.
 */
public record DocumentId(String text) {
    private static final int BYTES = 8;

    /** The id of the document with this path. */
    public static DocumentId of(String path) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return new DocumentId(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException("this JDK has no SHA-256", everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
