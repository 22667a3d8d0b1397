package dev.touchstone.models.corenlp;

import java.util.List;

/**
 * Finds what depends on what in a sentence. Costs as much as encoding it: ask for candidates only. Safe from several threads.
 */
@FunctionalInterface
public interface DependencyReader {
    /** One arc for each word, by dependent; none for a sentence that is too long. */
    List<Dependency> dependencies(WordedSentence sentence);
}
