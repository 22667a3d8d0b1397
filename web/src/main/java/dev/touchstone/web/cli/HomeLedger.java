package dev.touchstone.web.cli;

import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.HomeFolder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The ledger of a home. */
final class HomeLedger {
    private HomeLedger() {}

    /**
     * Opens it; the caller closes it.
     *
     * @throws dev.touchstone.auditor.BadInput when there is no home
     */
    static Ledger open(Path home) {
        new HomeFolder(home).check();
        return Ledger.open(Database.Embedded.in(home.resolve("ledger.db")), InstantSource.system(), new SecureRandom());
    }
}
