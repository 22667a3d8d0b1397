package dev.touchstone.web.ui;

import dev.touchstone.web.app.LedgerAccuracy;

/** What to keep in mind before quoting a trade-off. */
final class Ledger {
    private Ledger() {}

    static String caution() {
        var measured = LedgerAccuracy.measured();
        return "Places to look, not findings: of %d that were named in other records and then read, %d were real trade-offs."
                .formatted(measured.named(), measured.real());
    }
}
