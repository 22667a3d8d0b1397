package dev.touchstone.models.corenlp;

import java.util.List;

/** What is left of a word without its endings: coarser than a lemma, it joins nouns, verbs and adjectives of one root. */
public final class Stem {
    /** In letters; shorter ones join words that have nothing in common. */
    public static final int SHORTEST = 4;

    private static final List<String> ENDINGS = List.of(
            "ability",
            "ibility",
            "atically",
            "ically",
            "ation",
            "atic",
            "ate",
            "ic",
            "ities",
            "ness",
            "ment",
            "ible",
            "able",
            "ity",
            "ion",
            "ive",
            "ing",
            "ies",
            "ed",
            "es",
            "ly",
            "al",
            "e",
            "y",
            "s");

    private Stem() {}

    /** The word less its longest common ending, applied twice: {@code automatically}, {@code automation} both give {@code automat}. */
    public static String of(String word) {
        return cut(cut(word));
    }

    private static String cut(String word) {
        for (var ending : ENDINGS)
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST)
                return word.substring(0, word.length() - ending.length());
        return word;
    }
}
