package dev.touchstone.auditor.structure;

import java.util.List;
import java.util.regex.Pattern;

/** Rough sentences, good enough to look for a formula in: the language model splits for real. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?;])\\s+");

    private Sentences() {}

    static List<String> of(String text) {
        return END.splitAsStream(text).toList();
    }
}
