package dev.touchstone.models.classify;

/** What of a sentence {@link Shifts} are linear functions of. */
sealed interface Basis {
    /** The numbers for one sentence. */
    double[] of(Shown sentence);

    /** The numbers that it shows, as they are. */
    record Plain() implements Basis {
        @Override
        public double[] of(Shown sentence) {
            return sentence.numbers();
        }
    }

    /** What a layer makes of them and of its words that was learnt for all values together. */
    record Hidden(HiddenLayer layer) implements Basis {
        @Override
        public double[] of(Shown sentence) {
            return layer.of(sentence);
        }
    }
}
