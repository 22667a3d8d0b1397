package dev.touchstone.indexer.extract;

/** What one file may cost: beyond these, what was read so far is kept and the rest is named and left out. */
final class Limits {
    static final int LARGEST_FILE = 50 * 1024 * 1024;
    static final long MOST_UNPACKED = 500L * 1024 * 1024;
    static final int MOST_PARTS = 500;
    static final int DEEPEST = 10;
    /** Packed data that unpacks to this many times its size is a bomb, once it is larger than {@link #SUSPICIOUS}. */
    static final int LARGEST_RATIO = 100;

    static final int SUSPICIOUS = 10 * 1024 * 1024;
    static final int MOST_CHARACTERS = 5_000_000;

    private Limits() {}
}
