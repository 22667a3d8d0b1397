package dev.touchstone.web.app;

/**
 * How often a trade-off that an audit names is one: of those that are named in the judged documents and were judged, as
 * {@code docs/evaluation.yaml} tells it.
 *
 * @param named and judged in these documents
 * @param real those among them that were judged real
 */
public record LedgerAccuracy(long named, long real) {
    /** What was measured last. */
    public static LedgerAccuracy measured() {
        var section = FiguresSection.shipped("evaluate-audit");
        return new LedgerAccuracy(
                section.needed("all", "figures", "trade_off", "of").longValueExact(),
                section.needed("all", "figures", "trade_off", "right").longValueExact());
    }
}
