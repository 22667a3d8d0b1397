package dev.touchstone.web.browse;

import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.score.TradeOff;

/** One trade-off with the decision that made it. */
public record FiledTradeOff(FiledDecision decision, TradeOff tradeOff) {
    /** The quotation that shows what was given up. */
    public Reference givenUp() {
        return reference(tradeOff.givenUp());
    }

    /** The quotation that shows what it was given up for. */
    public Reference served() {
        return reference(tradeOff.served());
    }

    private Reference reference(int number) {
        return decision.audited().references().stream()
                .filter(reference -> reference.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a trade-off names reference " + number + ", which "
                        + decision.entry().path() + " lacks"));
    }
}
