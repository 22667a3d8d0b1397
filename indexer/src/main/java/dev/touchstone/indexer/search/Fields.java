package dev.touchstone.indexer.search;

import dev.touchstone.auditor.search.Facet;

/** Names of the index's fields. What each holds is said in {@link LuceneDocuments}. */
final class Fields {
    static final String KIND = "kind";
    static final String PASSAGE = "passage";
    static final String DOCUMENT = "document";

    /** Identity of the document: what it is replaced by, and the first key of the order. */
    static final String KEY = "key";

    static final String START = "start";
    static final String END = "end";
    static final String PAGE = "page";
    static final String SHA256 = "sha256";
    static final String DAY = "day";

    /** Stems of the passage, with offsets. */
    static final String TEXT = "text";

    /** Stems of the heading or title that the passage is the first to stand under. */
    static final String HEADING = "heading";

    static final String TITLE = "title";
    static final String TEAM = "team";
    static final String SECTION = "section";
    static final String DECISION = "decision";
    static final String PATH = "path";

    static final String VECTOR = "vector";
    static final String REFERENCE = "reference";
    static final String REFERENCES = "references";

    /** Of the entries that stand for whole documents. */
    static final String WHOLE_TEXT = "whole-text";

    static final String WHOLE_VECTOR = "whole-vector";

    private static final String WORDS = "-words";

    private Fields() {}

    /** The field with the words of another as they are written, in lower case: what {@code word*} and {@code word~} look in. */
    static String words(String field) {
        return field.equals(PATH) ? PATH : field + WORDS;
    }

    /** The field that keeps a text as it is, to be shown. Lucene wants every use of a field to be the same in all entries. */
    static String shown(String field) {
        return "shown-" + field;
    }

    static boolean isOfWords(String field) {
        return field.endsWith(WORDS);
    }

    /** The field that a facet's words are counted by. */
    static String counted(Facet facet) {
        return facet.ofReference() ? REFERENCE : "count-" + Facet.word(facet);
    }

    /** The field that a facet's words are found by, in lower case. */
    static String found(Facet facet) {
        return "find-" + Facet.word(facet);
    }
}
