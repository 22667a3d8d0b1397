package dev.touchstone.web.cli;

import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The ledger of a home. */
final class HomeLedger {
    private HomeLedger() {}

    /**
     * Opens it; the caller closes it.
     *
     * @throws dev.touchstone.auditor.BadInput when there is no home
     */
    static Ledger open(Path home, Supplier<Parts> parts) {
        var folder = new HomeFolder(home);
        folder.check();
        try (var opened = parts.get()) {
            return opened.ledger(folder.ledger());
        }
    }
}
