package dev.touchstone.auditor.charter;

import java.util.HashSet;
import java.util.List;

/**
 * The values that an organisation has published, as input to an audit.
 *
 * @param source where the values were published; empty when not said
 * @param sha256 of the charter file's bytes, hexadecimal: what an audit is locked to
 */
public record Charter(String organisation, int version, String source, List<Value> values, String sha256) {
    public Charter {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException("a charter without values: " + organisation);
        var ids = new HashSet<Value.Id>();
        for (var value : values)
            if (!ids.add(value.id())) throw new IllegalArgumentException("two values with the id " + value.id());
    }

    /** The value with this id; the caller holds an id of this charter. */
    public Value value(Value.Id id) {
        return values.stream()
                .filter(value -> value.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the charter has no value " + id));
    }
}
