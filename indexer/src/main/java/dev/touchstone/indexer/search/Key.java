package dev.touchstone.indexer.search;

import dev.touchstone.auditor.document.Sha256;

/**
 * Text as a single term. Lucene refuses terms above 32,766 bytes, so the rest of a longer text is replaced by its hash:
 * different texts stay different.
 */
final class Key {
    private static final int LONGEST = 8_000;

    private Key() {}

    /**
     * What the keys of the parts inside a document begin with. It is exact for every container that is a file, because no file
     * system has paths as long as the longest key.
     */
    static String inside(String container) {
        return container + "!/";
    }

    static String of(String text) {
        if (text.length() <= LONGEST) return text;
        return text.substring(0, LONGEST) + '#' + Sha256.of(text);
    }
}
