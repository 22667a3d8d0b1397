package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The baseline of seed words expanded by embeddings (Li, Mai, Shen and Yan 2021, "Measuring Corporate Culture Using Machine
 * Learning"): a value's terms are its seeds, the words of the corpus that lie nearest to them join, each word goes to the value
 * it is nearest to, and a sentence refers to a value when it has one of its words.
 */
final class SeedDictionary {
    /** Words that join for each value. */
    private static final int MOST = 30;

    private final List<Value> values;
    private final Map<String, Integer> valueOf;

    private SeedDictionary(List<Value> values, Map<String, Integer> valueOf) {
        this.values = values;
        this.valueOf = valueOf;
    }

    /**
     * Expands the terms of a charter.
     *
     * @param vocabulary lemmas of the corpus
     * @param read the vocabulary and the charter's texts
     */
    static SeedDictionary of(List<Value> values, Set<String> vocabulary, Map<String, ReadText> read) {
        var seeds = values.stream().map(value -> centre(value, read)).toList();
        var nearest = new ArrayList<Near>();
        for (var word : vocabulary) nearest.add(nearest(word, seeds, read));
        nearest.sort(Comparator.comparingDouble((Near near) -> -near.likeness()).thenComparing(Near::word));
        var valueOf = new HashMap<String, Integer>();
        var taken = new int[values.size()];
        for (var near : nearest) if (taken[near.value()]++ < MOST) valueOf.put(near.word(), near.value());
        return new SeedDictionary(values, valueOf);
    }

    private record Near(String word, int value, double likeness) {}

    private static Near nearest(String word, List<float[]> seeds, Map<String, ReadText> read) {
        var vector = Objects.requireNonNull(read.get(word), word).vector();
        var best = 0;
        for (var i = 1; i < seeds.size(); i++)
            if (Vectors.dot(seeds.get(i), vector) > Vectors.dot(seeds.get(best), vector)) best = i;
        return new Near(word, best, Vectors.dot(seeds.get(best), vector));
    }

    /** The mean of the terms' vectors, or where a value has none of its name. */
    private static float[] centre(Value value, Map<String, ReadText> read) {
        var texts = value.terms().isEmpty() ? List.of(value.name()) : value.terms();
        var sum = new float[0];
        for (var text : texts) {
            var vector = Objects.requireNonNull(read.get(text), text).vector();
            if (sum.length == 0) sum = new float[vector.length];
            Vectors.add(sum, 1f / texts.size(), vector);
        }
        return sum;
    }

    /** The values that a sentence refers to: one of their terms as letters, or a word that joined. */
    Set<Value.Id> found(ReadText sentence) {
        var found = new HashSet<Value.Id>();
        for (var value : values) if (Keywords.occur(value, sentence.text())) found.add(value.id());
        for (var word : sentence.words()) {
            var value = valueOf.get(word.lemma());
            if (value != null) found.add(values.get(value).id());
        }
        return found;
    }
}
