package dev.touchstone.indexer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.indexer.archive.ledger.Workload.Queue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the program was killed at any moment. */
@Tag("full")
class KillTest {
    private static final int KILLS = 5;
    private static final int MOST_DOCUMENTS = 100_000;

    @TempDir
    Path folder;

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_there_twice() throws Exception {
        var random = new Random(20_261_129);
        Set<String> acknowledged = new HashSet<>();
        for (var kill = 0; kill < KILLS; kill++) {
            try (var process = ArchivingProcess.start(folder, kill)) {
                acknowledged.addAll(process.killAfter(1 + random.nextInt(60)));
            }
            check(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    private void check(Set<String> acknowledged) {
        var clock = InstantSource.system();
        var originals = Originals.open(folder.resolve("originals"), clock);
        try (var ledger = Ledger.open(Database.Embedded.in(folder.resolve("ledger.db")), clock, new Random(0))) {
            var versions = ledger.<List<Version>>read(transaction -> transaction
                    .collections()
                    .find("uploads")
                    .map(uploads -> transaction.documents().current(uploads.id(), "", MOST_DOCUMENTS))
                    .orElse(List.of()));
            var hashes = versions.stream()
                    .map(version -> version.original().sha256())
                    .collect(Collectors.toSet());
            assertThat(hashes).hasSameSizeAs(versions).containsAll(acknowledged);
            assertThat(hashes)
                    .allSatisfy(hash -> assertThat(originals.verify(hash)).isEqualTo(new Condition.Sound()));
            assertThat(originals.all())
                    .allSatisfy(hash -> assertThat(originals.verify(hash)).isEqualTo(new Condition.Sound()));
            assertThat(ledger.<Queue>read(transaction -> transaction.work().queue())
                            .documents())
                    .isEqualTo(versions.size());
            assertThat(ledger.<Verdict>read(transaction -> transaction.log().verify(Optional.empty())))
                    .isInstanceOf(Verdict.Sound.class);
            // The act is there if and only if its entry is.
            assertThat(ledger.<List<LogEntry>>read(
                            transaction -> transaction.log().after(0, MOST_DOCUMENTS)))
                    .filteredOn(entry -> entry.act().equals("document.added"))
                    .hasSameSizeAs(versions);
            originals.sweep(Duration.ofSeconds(-1));
        }
    }
}
