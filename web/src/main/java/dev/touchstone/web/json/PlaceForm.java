package dev.touchstone.web.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged place of a document as a line of JSON has it; {@code kind} says which of the keys it has.
 *
 * @param kind {@code trade_off}, {@code reference} or {@code verdict}
 * @param label of a trade-off and of a reference: whether it is one
 * @param givenUp start and end of a sentence, as are {@code served} and {@code span}
 */
public record PlaceForm(
        @Nullable String collection,
        @Nullable String path,
        @Nullable String sha256,
        @Nullable String kind,
        @Nullable Boolean label,
        @Nullable String gaveWay,
        @Nullable String to,
        @Nullable List<Integer> givenUp,
        @Nullable List<Integer> served,
        @Nullable String value,
        @Nullable List<Integer> span,
        @Nullable String about,
        @Nullable String effect,
        @Nullable String presence,
        @Nullable String sides) {}
