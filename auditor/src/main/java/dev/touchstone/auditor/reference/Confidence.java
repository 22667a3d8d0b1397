package dev.touchstone.auditor.reference;

/** A probability in whole permille, so that sums are exact and the order of adding changes nothing. */
public record Confidence(int permille) implements Comparable<Confidence> {
    public Confidence {
        if (permille < 0 || permille > 1000) throw new IllegalArgumentException("not in 0 to 1000: " + permille);
    }

    /** The nearest permille, half up. */
    public static Confidence of(double probability) {
        return new Confidence((int) Math.floor(probability * 1000 + 0.5));
    }

    @Override
    public int compareTo(Confidence other) {
        return Integer.compare(permille, other.permille);
    }
}
