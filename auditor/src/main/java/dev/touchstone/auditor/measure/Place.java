package dev.touchstone.auditor.measure;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import java.util.List;
import java.util.Optional;

/** A place of a document, found again by its offsets, with what a person judged there. */
public sealed interface Place {
    Paper paper();

    /** The values that are judged. */
    List<Value.Id> values();

    /**
     * A trade-off that an audit reported.
     *
     * @param givenUp sentence that is said to show what was given up
     * @param served sentence that is said to show what it was given up for
     * @param real whether the record says that the one value gave way to the other
     */
    record TradeOff(Paper paper, Value.Id gaveWay, Value.Id to, Span givenUp, Span served, boolean real)
            implements Place {
        @Override
        public List<Value.Id> values() {
            return List.of(gaveWay, to);
        }
    }

    /**
     * A reference that an audit reported.
     *
     * @param bearing what it is; empty when the sentence does not bear on the value
     */
    record Mention(Paper paper, Value.Id value, Span span, Optional<Bearing> bearing) implements Place {
        @Override
        public List<Value.Id> values() {
            return List.of(value);
        }
    }

    /** What a sentence's thing is, and what the decision does to the value by it. */
    record Bearing(About about, Effect effect) {}

    /** A document and one value of the charter. */
    record Whole(Paper paper, Value.Id value, Verdict verdict) implements Place {
        @Override
        public List<Value.Id> values() {
            return List.of(value);
        }
    }
}
