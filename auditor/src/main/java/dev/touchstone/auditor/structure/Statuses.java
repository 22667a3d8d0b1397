package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Option.Fate;
import dev.touchstone.auditor.decision.Standing.About;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.decision.Status.Normal;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Reading;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Reads a status. */
final class Statuses {
    private Statuses() {}

    /**
     * What a status means: by its whole, else by the longest phrase that it begins with, else by the first of its words that
     * means something.
     * <pre>
     * Before:  "⌛ Superseded by 036. Multi-cluster"
     * After:   SUPERSEDED
     * </pre>
     */
    static Status of(String raw, Reading reading) {
        var clean = raw.strip().replaceAll("\\s+", " ");
        if (clean.isEmpty()) return Status.NONE;
        var folded = Folded.heading(clean);
        // A template's "proposed | rejected | accepted" chooses nothing.
        if (folded.chars().filter(character -> character == '|').count() >= 2) return new Status(clean, Normal.OTHER);
        var told = phrase(folded, reading);
        if (told.isPresent()) return new Status(clean, told.get());
        var words = folded.split("[^\\p{L}-]+");
        var negated = Arrays.stream(words).limit(2).anyMatch(word -> word.equals("not"));
        var normal = Arrays.stream(words)
                .limit(6)
                .filter(reading.statuses()::containsKey)
                .findFirst()
                .map(word -> reading.statuses().getOrDefault(word, Normal.OTHER))
                .orElse(Normal.OTHER);
        return new Status(clean, negated && normal == Normal.ACCEPTED ? Normal.REJECTED : normal);
    }

    /** What the longest known words of several, with which it begins, mean; or all of it. */
    private static Optional<Normal> phrase(String folded, Reading reading) {
        return reading.statuses().entrySet().stream()
                .filter(known -> folded.equals(known.getKey())
                        || (known.getKey().indexOf(' ') > 0 && begins(folded, known.getKey())))
                .max(Comparator.comparingInt(known -> known.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static boolean begins(String folded, String phrase) {
        return folded.startsWith(phrase) && !Character.isLetterOrDigit(folded.charAt(phrase.length()));
    }

    /**
     * What became of what a record proposes. A word that is known to mean none of the usual states (withdrawn, deferred)
     * leaves the matter open; a record that says nothing of its state stands.
     */
    static Fate fate(Status status, Reading reading) {
        return switch (status.normal()) {
            case PROPOSED, DRAFT -> Fate.OPEN;
            case ACCEPTED, SUPERSEDED, DEPRECATED -> Fate.CHOSEN;
            case REJECTED -> Fate.REJECTED;
            case OTHER -> isGivenUp(status, reading) ? Fate.OPEN : Fate.CHOSEN;
        };
    }

    /** What a passage about the record's own proposal is about. */
    static About proposal(Status status, Reading reading) {
        return switch (fate(status, reading)) {
            case REJECTED -> About.REJECTED;
            case OPEN -> isGivenUp(status, reading) ? About.UNKNOWN : About.CHOSEN;
            case CHOSEN -> About.CHOSEN;
        };
    }

    /** Whether nobody argues for the proposal any more, though nobody turned it down. */
    static boolean isGivenUp(Status status, Reading reading) {
        var folded = Folded.heading(status.raw());
        return status.normal() == Normal.OTHER
                && (phrase(folded, reading).isPresent()
                        || Arrays.stream(folded.split("[^\\p{L}-]+"))
                                .limit(2)
                                .anyMatch(reading.statuses()::containsKey));
    }
}
