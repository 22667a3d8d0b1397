package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.List;

/**
 * What an organisation's labels say of one sentence.
 *
 * @param answers for the values that are not in dispute
 */
record Taught(String document, Shown shown, List<Answer> answers) {
    Taught {
        answers = List.copyOf(answers);
    }

    /**
     * Whether a value is there.
     *
     * @param known log-odds without labels
     */
    record Answer(Value.Id value, double known, boolean yes) {}
}
