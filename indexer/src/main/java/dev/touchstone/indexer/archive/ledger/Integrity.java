package dev.touchstone.indexer.archive.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a database says of its own bytes. */
public final class Integrity {
    private static final String SOUND = "ok";

    private Integrity() {}

    /** What is wrong with a ledger's file, before anybody opens it; empty when nothing is or can be told by a {@link Seal}. */
    public static Optional<String> of(Database database) {
        return switch (database) {
            case Database.Embedded embedded -> Seal.fault(embedded.file());
            case Database.Server _ -> Optional.empty();
        };
    }

    /**
     * What is wrong with the pages and the references between the tables; empty when nothing is. A server looks after both
     * itself.
     */
    public static List<String> of(Ledger ledger) {
        return switch (ledger.database()) {
            case Database.Embedded _ -> ledger.read(Integrity::embedded);
            case Database.Server _ -> List.of();
        };
    }

    private static List<String> embedded(Transaction transaction) {
        var faults = new ArrayList<String>();
        transaction.list("pragma integrity_check(20)", (row, _) -> row.getString(1)).stream()
                .flatMap(String::lines)
                .filter(line -> !line.equals(SOUND))
                .forEach(faults::add);
        faults.addAll(transaction.list(
                "pragma foreign_key_check",
                (row, _) -> "a row of %s refers to one of %s that is not there"
                        .formatted(row.getString("table"), row.getString("parent"))));
        return List.copyOf(faults);
    }
}
