package dev.touchstone.models.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of a sentence and its heading as a sparse unit vector (tf-idf with 0 and 1 for tf).
 * <pre>
 * "Users wait." under "Risks"      user, wait, user wait, wait ., #risk
 * </pre>
 *
 * @param index of each known word
 * @param rarity logarithm of how many times rarer than everywhere each word is
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose, never written
record BagOfWords(Map<String, Integer> index, float[] rarity) {

    /** A sparse vector: places and what stands there. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Sparse(int[] places, float[] weights) {}

    /** Learns the words that occur in at least {@code fewest} of the sentences, in alphabetical order. */
    static BagOfWords learn(List<Set<String>> sentences, int fewest) {
        var counts = new TreeMap<String, Integer>();
        for (var words : sentences) for (var word : words) counts.merge(word, 1, Integer::sum);
        counts.values().removeIf(count -> count < fewest);
        var index = new HashMap<String, Integer>();
        var rarity = new float[counts.size()];
        for (var entry : counts.entrySet()) {
            rarity[index.size()] = (float) Math.log((double) sentences.size() / entry.getValue());
            index.put(entry.getKey(), index.size());
        }
        return new BagOfWords(index, rarity);
    }

    static Set<String> words(SentenceInContext sentence) {
        var words = new LinkedHashSet<String>();
        var previous = "";
        for (var word : sentence.sentence().words()) {
            words.add(word.lemma());
            if (!previous.isEmpty()) words.add(previous + " " + word.lemma());
            previous = word.lemma();
        }
        for (var word : sentence.heading().words()) words.add("#" + word.lemma());
        return words;
    }

    Sparse vector(Set<String> words) {
        var places = new ArrayList<Integer>();
        for (var word : words) {
            var place = index.get(word);
            if (place != null) places.add(place);
        }
        var square = 0.0;
        for (var place : places) square += (double) rarity[place] * rarity[place];
        var scale = square == 0 ? 0 : 1 / Math.sqrt(square);
        var weights = new float[places.size()];
        for (var i = 0; i < weights.length; i++) weights[i] = (float) (rarity[places.get(i)] * scale);
        return new Sparse(places.stream().mapToInt(place -> place).toArray(), weights);
    }

    /** How rare a word is; the rarest when it is unknown. */
    double rarityOf(String word) {
        var place = index.get(word);
        return place == null ? UNKNOWN_RARITY : rarity[place];
    }

    private static final double UNKNOWN_RARITY = 8;
}
