package dev.touchstone.auditor.format;

import dev.touchstone.auditor.decision.Option;
import java.util.List;

/**
 * How minutes hold many decisions. A format without rules holds one decision for each document.
 *
 * @param rules the first that fits a sentence makes it a decision
 * @param topics what begins a new matter, beside a heading: {@code topic: *}
 */
public record Units(List<Rule> rules, List<Wording> topics) {
    public static final Units NONE = new Units(List.of(), List.of());

    public Units {
        rules = List.copyOf(rules);
        topics = List.copyOf(topics);
    }

    /** How a sentence reads that decides, and what becomes of the thing decided on. */
    public record Rule(List<Wording> sentences, Option.Fate fate) {
        public Rule {
            sentences = List.copyOf(sentences);
        }
    }

    Units over(Units base) {
        return new Units(Both.of(rules, base.rules), Both.of(topics, base.topics));
    }
}
