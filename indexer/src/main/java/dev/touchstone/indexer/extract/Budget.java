package dev.touchstone.indexer.extract;

/** What is left for one file and all that is packed in it. */
final class Budget {
    private final long packed;
    private long unpacked;
    private int parts;
    private int characters;

    /**
     * The whole of what may be spent.
     *
     * @param packed size of the outermost file in bytes
     */
    Budget(long packed) {
        this.packed = packed;
    }

    /** Whether one more part may be read. */
    boolean takePart() {
        return ++parts <= Limits.MOST_PARTS;
    }

    /** How many bytes a part may have. */
    long room() {
        return Math.min(Limits.LARGEST_FILE, Math.min(Limits.MOST_UNPACKED, ratioLimit()) - unpacked);
    }

    private long ratioLimit() {
        return Math.max(Limits.SUSPICIOUS, packed * Limits.LARGEST_RATIO);
    }

    void takeBytes(long bytes) {
        unpacked += bytes;
    }

    /** How many characters of text may still be kept. */
    int charactersLeft() {
        return Math.max(0, Limits.MOST_CHARACTERS - characters);
    }

    void takeCharacters(int number) {
        characters += number;
    }
}
