package dev.touchstone.web.ui;

import dev.touchstone.web.app.LedgerAccuracy;

/** What to keep in mind before quoting a trade-off. */
final class Ledger {
    private Ledger() {}

    static String caution() {
        var measured = LedgerAccuracy.measured();
        return "Places to look, not findings: a person who read %d that were named in other records found %d to be real trade-offs."
                .formatted(measured.named(), measured.real());
    }
}
