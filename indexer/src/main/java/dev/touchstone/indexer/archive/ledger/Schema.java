package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.BadInput;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** The tables of the ledger, brought to this program's version step by step, each step once. */
final class Schema {
    private static final String PLACE = "classpath:dev/touchstone/indexer/archive/ledger/";

    private Schema() {}

    /**
     * Makes the tables, or brings older ones up to date.
     *
     * @throws BadInput when a newer program has been here: what it keeps, this one would not understand
     */
    static void migrate(Database database) {
        try (var source = Connections.migrating(database)) {
            migrate(database, source);
        }
    }

    private static void migrate(Database database, DataSource source) {
        var flyway = Flyway.configure()
                .dataSource(source)
                .locations(PLACE + "common", PLACE + folder(database))
                .table("schema_history")
                .load();
        refuseNewer(flyway.info().all());
        flyway.migrate();
    }

    private static void refuseNewer(MigrationInfo[] steps) {
        var unknown = Arrays.stream(steps)
                .filter(step -> step.getState().isApplied() && !step.getState().isResolved())
                .findFirst();
        if (unknown.isPresent())
            throw new BadInput("the ledger was made by a newer touchstone (its tables are of version %s); use that one"
                    .formatted(unknown.get().getVersion()));
    }

    private static String folder(Database database) {
        return switch (database) {
            case Database.Embedded _ -> "sqlite";
            case Database.Server _ -> "postgresql";
        };
    }
}
