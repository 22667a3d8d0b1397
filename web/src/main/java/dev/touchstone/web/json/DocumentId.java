package dev.touchstone.web.json;

import dev.touchstone.auditor.document.Sha256;

/**
 * A document's name in addresses: sixteen hexadecimal digits of the SHA-256 of its path. The path and not the bytes, because
 * two files may hold the same bytes, a file that cannot be read has no hash, and an address should survive an edit.
 */
public record DocumentId(String text) {
    private static final int DIGITS = 16;

    /** The id of the document with this path. */
    public static DocumentId of(String path) {
        return new DocumentId(Sha256.of(path).substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return text;
    }
}
