package dev.touchstone.auditor.measure;

import java.util.Comparator;

/**
 * A document that a person has read.
 *
 * @param collection the folder that it is audited with, and the name of its charter
 * @param path as the audit of that folder names it
 * @param sha256 of the bytes that were read, hexadecimal
 */
public record Paper(String collection, String path, String sha256) implements Comparable<Paper> {
    private static final Comparator<Paper> ORDER =
            Comparator.comparing(Paper::collection).thenComparing(Paper::path).thenComparing(Paper::sha256);

    public Paper {
        if (!sha256.matches("[0-9a-f]{64}"))
            throw new IllegalArgumentException("not a SHA-256 in 64 lower-case hexadecimal digits: '" + sha256 + "'");
    }

    /** Whether the labels of this document are only ever measured on; by its bytes, so that nobody chooses. */
    public boolean heldBack() {
        return Character.digit(sha256.charAt(sha256.length() - 1), 16) % 2 == 0;
    }

    @Override
    public int compareTo(Paper other) {
        return ORDER.compare(this, other);
    }
}
