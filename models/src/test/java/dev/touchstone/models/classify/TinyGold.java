package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A data set of two invented organisations, just large enough to learn something. */
final class TinyGold {
    static final Value OPENNESS = value(
            "openness",
            "Openness",
            "Decisions and their reasons can be read by anyone.",
            "Minutes are published.",
            "Drafts are kept from those they concern.",
            List.of("open", "publish"));
    static final Value CARE = value(
            "care",
            "Care for customers",
            "Nobody who relies on us is left standing.",
            "Existing clients keep working after an upgrade.",
            "Clients must be rebuilt for our convenience.",
            List.of("customer", "client"));

    /** In no charter unless a test puts it there. */
    static final Value THRIFT = value(
            "thrift",
            "Thrift",
            "Money is spent once, and late.",
            "Old machines are repaired.",
            "New machines are bought for comfort.",
            List.of("cheap", "spend"));

    private static final List<String> OPEN = List.of(
            "We publish the minutes so that anyone can check.",
            "All drafts are open to every reader.",
            "The reasons are published with the decision.",
            "Readers can see every vote, because the log is open.");
    private static final List<String> CARING = List.of(
            "Existing clients keep working without a change.",
            "Customers must not be broken by the upgrade.",
            "The old interface stays so that no client has to be rebuilt.",
            "A customer who relies on the export would be left standing.");
    private static final List<String> PLAIN = List.of(
            "The table has three columns.",
            "The job starts at noon.",
            "See the second figure.",
            "The field holds a number.");

    private TinyGold() {}

    static Gold gold() {
        var sentences = new ArrayList<LabelledSentence>();
        var concerns = new ArrayList<ConcernSentence>();
        for (var organisation : List.of("alder", "birch")) {
            for (var i = 0; i < OPEN.size(); i++) {
                add(organisation, i, OPEN.get(i), Optional.of(OPENNESS), sentences, concerns);
                add(organisation, i, CARING.get(i), Optional.of(CARE), sentences, concerns);
                add(organisation, i, PLAIN.get(i), Optional.empty(), sentences, concerns);
            }
        }
        return new Gold(sentences, sentences, concerns, Map.of("alder", charter("alder"), "birch", charter("birch")));
    }

    static Charter charter(String organisation) {
        return charter(organisation, List.of(OPENNESS, CARE));
    }

    static Charter charter(String organisation, List<Value> values) {
        return new Charter(organisation, 1, "", values, "");
    }

    private static void add(
            String organisation,
            int number,
            String sentence,
            Optional<Value> value,
            List<LabelledSentence> sentences,
            List<ConcernSentence> concerns) {
        var example = new Example(
                organisation + sentences.size(),
                organisation,
                organisation + "/record-" + number + ".md",
                new Example.Surroundings("A record", number % 2 == 0 ? "Context" : "Decision", "", ""),
                sentence + (organisation.equals("birch") ? " Always." : ""));
        var stance = Optional.of(number == 3 ? Stance.COMPROMISES : Stance.UPHOLDS);
        var role = Optional.of(number % 2 == 0 ? Role.REASON : Role.BEHAVIOUR);
        sentences.add(new LabelledSentence(
                example,
                number % 2 == 0,
                value.stream()
                        .map(found -> new LabelledSentence.Label(found.id(), true, stance, role))
                        .toList(),
                Set.of()));
        concerns.add(new ConcernSentence(
                example,
                number % 2 == 0,
                value.stream()
                        .map(found -> new ConcernSentence.Bearing(
                                found.equals(OPENNESS) ? "transparency" : "stability", stance, role))
                        .toList()));
    }

    private static Value value(
            String id, String name, String statement, String behaviour, String counterBehaviour, List<String> terms) {
        return new Value(
                new Value.Id(id),
                name,
                statement,
                Optional.empty(),
                new Value.Conduct(List.of(behaviour), List.of(counterBehaviour)),
                terms,
                Value.Details.NONE);
    }
}
