package dev.touchstone.auditor.decision;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What repeats across a collection and so says nothing about one decision. It is known only when all documents have been
 * read, belongs to one run, and changes only when the run is scored again.
 *
 * @param repeated normalised texts of passages that stand in three or more different documents
 */
public record Boilerplate(Set<String> repeated) {
    /** A passage is boilerplate from this many different documents on. */
    public static final int DOCUMENTS = 3;

    public static final Boilerplate NONE = new Boilerplate(Set.of());

    public Boilerplate {
        repeated = Set.copyOf(repeated);
    }

    /** The boilerplate of a collection. Copies of one file, equal in every byte, count once. */
    public static Boilerplate of(List<Document> collection) {
        var documents = new HashMap<String, Integer>();
        var seen = new HashSet<String>();
        for (var document : collection) {
            if (!seen.add(document.sha256())) continue;
            document.outline().passages().stream()
                    .map(passage -> normalise(textOf(document, passage)))
                    .distinct()
                    .forEach(text -> documents.merge(text, 1, Integer::sum));
        }
        return new Boilerplate(documents.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= DOCUMENTS && !entry.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /** Whether the passage's text repeats across the collection. */
    public boolean contains(Document document, Passage passage) {
        return repeated.contains(normalise(textOf(document, passage)));
    }

    /**
     * Words alone, in lower case.
     * <pre>
     * before   "We **value** openness -  always."
     * after    "we value openness always"
     * </pre>
     */
    public static String normalise(String text) {
        var words = new StringBuilder(text.length());
        var gap = false;
        for (var i = 0; i < text.length(); ) {
            var character = text.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isLetterOrDigit(character)) {
                if (gap && !words.isEmpty()) words.append(' ');
                words.appendCodePoint(character);
                gap = false;
            } else gap = true;
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static String textOf(Document document, Passage passage) {
        return passage.block().span().of(document.text());
    }
}
