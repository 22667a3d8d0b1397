package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What tests do again and again with a ledger. */
public final class Ledgers {
    public static final Caller ADA = new Caller("ada", "192.0.2.7", "r-1");

    private Ledgers() {}

    /** A ledger whose ids come from a seed. */
    public static Ledger open(Database database, InstantSource clock, long seed) {
        return Ledger.open(database, clock, new Random(seed));
    }

    public static Collection collection(Ledger ledger, String name) {
        return ledger.write(ADA, transaction -> transaction.collections().ensure(name, Access.OPEN));
    }

    public static Original original(String text) {
        return new Original(Sha256.of(text), text.getBytes(StandardCharsets.UTF_8).length);
    }

    public static Arrival arrival(Collection collection, String path, String text, Field... given) {
        return new Arrival(collection.id(), path, original(text), path, "text/markdown", List.of(given));
    }

    public static Addition add(Ledger ledger, Collection collection, String path, String text) {
        return ledger.write(
                ADA,
                transaction ->
                        transaction.documents().add(arrival(collection, path, text), Workload.Priority.INTERACTIVE));
    }

    /** Adds bytes that are new. */
    public static Version added(Ledger ledger, Collection collection, String path, String text) {
        return switch (add(ledger, collection, path, text)) {
            case Addition.Added added -> added.version();
            case Addition.Known known -> throw new AssertionError("known: " + known.version());
            case Addition.Erased erased -> throw new AssertionError("erased: " + erased.because());
        };
    }

    public static Run run(Ledger ledger, Collection collection, String model) {
        return ledger.write(ADA, transaction -> {
            var charter = transaction
                    .charters()
                    .publish("Thornquay", 1, LocalDate.parse("2024-01-01"), Sha256.of("charter"), "values: []");
            var terms = new Runs.Terms(charter.id(), "0.1.0", model, "explicit=0.5", Sha256.of("none"));
            return transaction.runs().begin(collection.id(), terms);
        });
    }
}
