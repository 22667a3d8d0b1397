package dev.touchstone.auditor.format;

import dev.touchstone.auditor.decision.Option;
import java.util.List;

/**
 * How a document holds many decisions: as minutes, in sentences, or in chapters with a heading for each. A format without any
 * of this holds one decision for each document.
 *
 * @param rules the first that fits a sentence makes it a decision
 * @param topics what begins a new matter, beside a heading: {@code topic: *}
 * @param headings a heading like this has a decision below it: {@code decision: *}
 * @param collections each heading right below one like this has a decision below it: {@code architecture decisions}
 */
public record Units(List<Rule> rules, List<Wording> topics, List<Wording> headings, List<Wording> collections) {
    public static final Units NONE = new Units(List.of(), List.of(), List.of(), List.of());

    public Units {
        rules = List.copyOf(rules);
        topics = List.copyOf(topics);
        headings = List.copyOf(headings);
        collections = List.copyOf(collections);
    }

    /** How a sentence reads that decides, and what becomes of the thing decided on. */
    public record Rule(List<Wording> sentences, Option.Fate fate) {
        public Rule {
            sentences = List.copyOf(sentences);
        }
    }

    Units over(Units base) {
        return new Units(
                Both.of(rules, base.rules),
                Both.of(topics, base.topics),
                Both.of(headings, base.headings),
                Both.of(collections, base.collections));
    }
}
