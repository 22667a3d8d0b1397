package dev.touchstone.auditor.charter;

import java.util.List;

/**
 * The concerns that a value of a charter bundles, as an annotator understands it.
 *
 * @param concerns ids, those that the value bears on most first; empty when it bears on none that is known
 */
public record Bundle(Value.Id value, List<String> concerns, Origin origin) {
    public Bundle {
        concerns = List.copyOf(concerns);
    }

    /** Who says so. */
    public enum Origin {
        /** The charter lists them. */
        LISTED,
        /** The charter lists none; these are what the value's own texts speak of. */
        SUGGESTED
    }
}
