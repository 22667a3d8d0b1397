package dev.touchstone.auditor.change;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Score;
import java.util.List;

/**
 * One value in two versions of a document.
 *
 * @param before what all decisions of the earlier version together say about it
 * @param after what all decisions of the later version together say about it
 * @param gone references of the earlier version only, by number
 * @param came references of the later version only, by number
 * @param stayed references whose words are in both, by their number in the later version
 */
public record Change(
        Value.Id value, Score before, Score after, List<Reference> gone, List<Reference> came, List<Stayed> stayed) {
    public Change {
        gone = List.copyOf(gone);
        came = List.copyOf(came);
        stayed = List.copyOf(stayed);
    }

    /** The same words in both versions; where they stand now, they may be judged otherwise. */
    public record Stayed(Reference before, Reference after) {
        public boolean isJudgedAlike() {
            return before.effect() == after.effect()
                    && before.judgement().role() == after.judgement().role();
        }
    }

    /** Whether neither version refers to the value. */
    public boolean isSilent() {
        return gone.isEmpty() && came.isEmpty() && stayed.isEmpty();
    }
}
