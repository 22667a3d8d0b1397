package dev.touchstone.models.djl;

import java.util.Arrays;
import java.util.List;

/**
 * Texts as token ids that are encoded together, all padded to one width.
 *
 * @param width in tokens; no text is longer
 */
record TokenBatch(List<long[]> texts, int width) {
    TokenBatch {
        texts = List.copyOf(texts);
    }

    /** Row after row, filled up with 0, which is the padding token of both models. */
    long[] ids() {
        var flat = new long[texts.size() * width];
        for (var row = 0; row < texts.size(); row++) {
            var ids = texts.get(row);
            System.arraycopy(ids, 0, flat, row * width, ids.length);
        }
        return flat;
    }

    /** 1 where a token is, 0 where there is padding. */
    long[] mask() {
        var flat = new long[texts.size() * width];
        for (var row = 0; row < texts.size(); row++)
            Arrays.fill(flat, row * width, row * width + texts.get(row).length, 1);
        return flat;
    }
}
