package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.Locale;

/** The baseline: a sentence refers to a value wherever one of its terms occurs as letters, in whatever sense. */
final class Keywords {
    private Keywords() {}

    static boolean occur(Value value, String sentence) {
        var folded = sentence.toLowerCase(Locale.ROOT);
        return value.terms().stream().anyMatch(term -> folded.contains(term.toLowerCase(Locale.ROOT)));
    }
}
