package dev.touchstone.models.classify;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often a sentence that is taken to give a concern as its reason does.
 *
 * @param organisations each measured with heads that had seen nothing of it
 * @param random over sentences of all organisations that were drawn at random, as they occur in documents
 * @param enriched over the others, drawn because a term occurs in them
 */
public record ArgumentReport(SortedMap<String, Counted> organisations, Counted random, Counted enriched) {
    public ArgumentReport {
        organisations = new TreeMap<>(organisations);
    }

    /**
     * Sentences counted.
     *
     * @param sentences looked at
     * @param found taken to argue
     * @param right those found that were labelled with that concern as a reason
     */
    public record Counted(int sentences, int found, int right) {
        /** Two standard deviations to either side, in the normal approximation. */
        private static final double DEVIATIONS = 1.96;

        static final Counted NONE = new Counted(0, 0, 0);

        Counted and(Counted other) {
            return new Counted(sentences + other.sentences, found + other.found, right + other.right);
        }

        /** Of those found, the share that is right; 0 when none was found. */
        public double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        /** Lower end of the 95 % interval (Wilson 1927). */
        public double low() {
            return found == 0 ? 0 : centre() - margin();
        }

        /** Upper end of the interval. */
        public double high() {
            return found == 0 ? 1 : centre() + margin();
        }

        private double centre() {
            var square = DEVIATIONS * DEVIATIONS;
            return (precision() + square / (2 * found)) / (1 + square / found);
        }

        private double margin() {
            var square = DEVIATIONS * DEVIATIONS;
            var variance = precision() * (1 - precision()) / found + square / (4.0 * found * found);
            return DEVIATIONS * Math.sqrt(variance) / (1 + square / found);
        }
    }
}
