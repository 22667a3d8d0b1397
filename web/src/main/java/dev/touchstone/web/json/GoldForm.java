package dev.touchstone.web.json;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A labelled sentence as a line of JSON has it: with values ({@code labels}) or with concerns. A line that has neither
 * sentence nor organisation speaks, by its id, of a sentence of another file.
 *
 * @param stratum {@code enriched} when it was drawn because a term occurs, else drawn at random
 */
public record GoldForm(
        @Nullable String id,
        @Nullable String org,
        @Nullable String doc,
        @Nullable String title,
        @Nullable String section,
        @Nullable String before,
        @Nullable String sentence,
        @Nullable String after,
        @Nullable String stratum,
        @Nullable List<Label> labels,
        @Nullable List<String> disputed,
        @Nullable List<Bearing> concerns) {

    /** One value in the sentence; a null stance or role was disputed. */
    public record Label(
            @Nullable String value,
            @Nullable Boolean explicit,
            @Nullable String stance,
            @Nullable String role) {}

    /** One concern in the sentence. */
    public record Bearing(
            @Nullable String concern,
            @Nullable String stance,
            @Nullable String role) {}

    public Optional<List<Label>> givenLabels() {
        return Optional.ofNullable(labels);
    }

    public Optional<List<Bearing>> givenConcerns() {
        return Optional.ofNullable(concerns);
    }

    /** Values on which the labellers disagreed. */
    public List<String> givenDisputed() {
        return disputed == null ? List.of() : disputed;
    }
}
