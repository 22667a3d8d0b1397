package dev.touchstone.web.app;

/**
 * How often a trade-off that an audit names is one: of all that were named in documents that a person has read, as
 * {@code docs/evaluation.yaml} tells it.
 *
 * @param named in these documents
 * @param real those among them that a person called real
 */
public record LedgerAccuracy(long named, long real) {
    /** What was measured last. */
    public static LedgerAccuracy measured() {
        var section = FiguresSection.shipped("ledger");
        return new LedgerAccuracy(
                section.needed("named").longValueExact(), section.needed("real").longValueExact());
    }
}
