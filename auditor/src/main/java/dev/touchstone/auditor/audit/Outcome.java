package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.auditor.score.Scored;
import java.util.List;

/** How the audit of one file ended. Every file that was given has exactly one. */
public sealed interface Outcome {
    /**
     * The file was read and its values were looked for.
     *
     * @param scored what was found, also outside any decision
     * @param limits what was cut, left out or not scored, each a sentence for a person; when any, the outcome is "partial"
     */
    record Audited(Metadata metadata, Recognition recognition, Extent extent, Scored scored, List<String> limits)
            implements Outcome {
        public Audited {
            limits = List.copyOf(limits);
        }

        public List<Scorecard> scorecards() {
            return scored.scorecards();
        }

        public List<Reference> references() {
            return scored.references();
        }

        public List<Doubt> doubts() {
            return scored.doubts();
        }

        public List<Argument> arguments() {
            return scored.arguments();
        }

        /** Whether something was left out. A file without any words was read whole, and says so. */
        public boolean isPartial() {
            return limits.stream().anyMatch(limit -> !limit.equals(Extraction.NO_TEXT));
        }
    }

    /** The file could not be read; the reason is a sentence for a person. */
    record Failed(String reason) implements Outcome {}

    /**
     * How much there is of a document.
     *
     * @param mediaType found from the content
     * @param language ISO 639-1 code, empty when unknown
     * @param scored false when its values were not looked for, as in a language that is not supported: it is in no rate
     */
    record Extent(String mediaType, String language, boolean scored, int sentences, int words) {}
}
