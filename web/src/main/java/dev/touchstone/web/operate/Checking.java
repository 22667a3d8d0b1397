package dev.touchstone.web.operate;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Integrity;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.HomeLock;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.operate.Finding.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares all that a home holds with what its ledger says: every byte is read again. Nothing is changed, and a service may run
 * beside it; only repairing needs the home for itself.
 */
public final class Checking {
    private static final String FROM_BACKUP = "stop the service and restore the last backup into a new folder";

    private final HomeFolder folder;
    private final Parts parts;
    private final Retention retention;

    public Checking(HomeFolder folder, Parts parts, Retention retention) {
        this.folder = folder;
        this.parts = parts;
        this.retention = retention;
    }

    /** What is found, the ledger's first; empty when the home is sound. */
    public List<Finding> look() {
        return look(false);
    }

    /**
     * Looks, deletes what nobody refers to, and has made again what can be.
     *
     * @return what was found before
     * @throws BadInput when another process writes to the home
     */
    public List<Finding> repair() {
        folder.check();
        try (var _ = HomeLock.take(folder.path())) {
            return look(true);
        }
    }

    private List<Finding> look(boolean repairing) {
        folder.check();
        var findings = new ArrayList<Finding>();
        try {
            Integrity.of(parts.database(folder.ledger())).ifPresent(fault -> findings.add(ledger(fault)));
            // A missing ledger would be made anew, and all of the home be what nobody refers to.
            if (!findings.isEmpty()) return findings;
            try (var ledger = parts.ledger(folder.ledger())) {
                look(ledger, repairing, findings);
            }
        } catch (BadInput newer) {
            throw newer;
        } catch (RuntimeException damaged) {
            // A server that does not answer is no damage.
            if (parts.database(folder.ledger()) instanceof Database.Server) throw damaged;
            // Pages that are not what was written can make any statement fail, in any way.
            var words = String.valueOf(damaged.getMessage()).lines().findFirst().orElse("");
            findings.add(ledger("it cannot be read: " + words));
        }
        return findings;
    }

    private void look(Ledger ledger, boolean repairing, List<Finding> findings) {
        Integrity.of(ledger).forEach(fault -> findings.add(ledger(fault)));
        findings.addAll(new LogCheck(ledger).look());
        if (!findings.isEmpty()) return;
        var bytes = new BytesCheck(folder, ledger, retention);
        var index = new IndexCheck(folder, ledger, retention);
        findings.addAll(bytes.look());
        // An index cannot be compared with results that cannot be read.
        findings.addAll(index.look(bytes.areResultsSound()));
        if (!repairing) return;
        bytes.repair();
        index.repair();
    }

    private Finding ledger(String fault) {
        return Finding.fault(Place.LEDGER, folder.ledger().toString(), fault, FROM_BACKUP);
    }
}
