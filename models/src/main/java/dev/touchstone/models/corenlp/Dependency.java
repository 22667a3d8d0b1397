package dev.touchstone.models.corenlp;

/**
 * One arc of a sentence's dependency tree (Universal Dependencies).
 *
 * @param governor index of the word that is depended on; {@link #ROOT} above the root
 * @param dependent index of the word that depends
 */
public record Dependency(String relation, int governor, int dependent) {
    public static final int ROOT = -1;
}
