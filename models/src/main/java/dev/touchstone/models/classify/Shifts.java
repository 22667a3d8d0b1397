package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.Map;

/**
 * By how much the log-odds of values rise or fall with what a sentence shows: linear functions of one basis. A value without a shift
 * keeps its odds.
 *
 * @param byValue by id of the value: the weights of its known log-odds, of the basis, and last the bias
 */
record Shifts(Basis basis, Map<String, double[]> byValue) {
    static final Shifts NONE = new Shifts(new Basis.Plain(), Map.of());

    Shifts {
        byValue = Map.copyOf(byValue);
    }

    /** The basis of a sentence, for {@link #odds} of each value. */
    double[] told(Shown sentence) {
        return basis.of(sentence);
    }

    /**
     * Log-odds with the labels learnt.
     *
     * @param known the same without labels
     */
    double odds(Value.Id value, double known, double[] told) {
        var shift = byValue.get(value.text());
        if (shift == null) return known;
        var odds = known + shift[0] * known;
        for (var i = 0; i < told.length; i++) odds += shift[i + 1] * told[i];
        return odds + shift[told.length + 1];
    }
}
