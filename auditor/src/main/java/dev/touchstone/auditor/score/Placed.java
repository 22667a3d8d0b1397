package dev.touchstone.auditor.score;

import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Signal;

/** A reference with the place that decides what it may be traded against. */
record Placed(Reference reference, int sentence, int passage, Standing standing) {
    private static final Confidence EVEN = new Confidence(500);

    /** Whether it rather is a reference than not. */
    boolean likely() {
        return reference.confidence().compareTo(EVEN) >= 0;
    }

    boolean concedes() {
        return has(Signal.Kind.CONCESSION);
    }

    /** Whether its sentence sets one thing against another: "but", "however", "although". */
    boolean opposes() {
        return concedes() || has(Signal.Kind.CONTRAST);
    }

    private boolean has(Signal.Kind kind) {
        return reference.signals().stream().anyMatch(signal -> signal.kind() == kind);
    }
}
