package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Addition;
import dev.touchstone.indexer.archive.ledger.Arrival;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Document;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Sweeper;
import dev.touchstone.web.testing.TestingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Goal Z5, against a model: whatever is sent, deleted, restored, purged and swept, in whatever order, a deletion has a reason,
 * can be undone for thirty days, and what is erased leaves its hash and the reason and does not come back.
 */
class RemovalPropertiesTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final Path folder;
    private final TestingClock clock = new TestingClock();
    private final Ledger ledger;
    private final Originals originals;
    private final Sweeper sweeper;
    private int runs;

    RemovalPropertiesTest() throws IOException {
        folder = Files.createTempDirectory("touchstone-removal");
        ledger = Ledger.open(
                new Database.Embedded(folder.resolve("ledger.db"), Database.Durability.NORMAL), clock, new Random(1));
        originals = Originals.open(folder.resolve("originals"), clock);
        sweeper = new Sweeper(ledger, originals, Originals.open(folder.resolve("derived"), clock), Retention.USUAL);
    }

    @AfterProperty
    void delete() throws IOException {
        sweeper.close();
        ledger.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** Something that is done. */
    sealed interface Act {
        record Send(String path, String text) implements Act {}

        record Delete(String path, String because) implements Act {}

        record Restore(String path) implements Act {}

        record Purge(String path, String because) implements Act {}

        record Sweep() implements Act {}

        record Pass(Duration time) implements Act {}
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var path = Arbitraries.of("1.md", "2.md", "3.md");
        var text = Arbitraries.of("one", "two", "three", "four", "five");
        var because = Arbitraries.of("names a patient", "asked for", " out of date ", "", "  ");
        Arbitrary<Act> act = Arbitraries.frequencyOf(
                Tuple.of(5, Combinators.combine(path, text).as(Act.Send::new)),
                Tuple.of(5, Combinators.combine(path, because).as(Act.Delete::new)),
                Tuple.of(2, path.map(Act.Restore::new)),
                Tuple.of(1, Combinators.combine(path, because).as(Act.Purge::new)),
                Tuple.of(3, Arbitraries.create(Act.Sweep::new)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                        Duration.ofHours(1),
                                        Duration.ofDays(1),
                                        Duration.ofDays(29),
                                        Duration.ofDays(30),
                                        Duration.ofDays(31))
                                .map(Act.Pass::new)));
        return act.list().ofMinSize(10).ofMaxSize(60);
    }

    @Property(tries = 120, seed = "20260301")
    void whatever_is_done_the_ledger_and_the_disk_are_as_the_model_says(@ForAll("acts") List<Act> acts) {
        var home = new Home("collection " + runs++);
        for (var act : acts) {
            home.act(act);
            home.compare();
        }
        home.compareErased();
        assertThat(ledger.<Verdict>read(transaction -> transaction.log().verify(Optional.empty())))
                .isInstanceOf(Verdict.Sound.class);
    }

    private static final class Kept {
        private final Map<String, Integer> versions = new HashMap<>();
        private String current = "";
        private Optional<Document.Deletion> deletion = Optional.empty();
    }

    /** A collection of its own in the one ledger, and what should be in it. */
    private final class Home {
        private final Collection collection;
        private final Removal removal;
        private final Map<String, Kept> documents = new TreeMap<>();
        private final Map<String, Addition.Erased> erased = new TreeMap<>();
        private final Map<String, Instant> bytes = new TreeMap<>();

        Home(String name) {
            collection = ledger.write(
                    Caller.PROGRAM, transaction -> transaction.collections().ensure(name, Access.OPEN));
            removal = new Removal(ledger, name, Retention.USUAL);
        }

        void act(Act act) {
            switch (act) {
                case Act.Send(var path, var text) -> send(path, text);
                case Act.Delete(var path, var because) -> delete(path, because);
                case Act.Restore(var path) -> restore(path);
                case Act.Purge(var path, var because) -> purge(path, because);
                case Act.Sweep _ -> sweep();
                case Act.Pass(var time) -> clock.pass(time);
            }
        }

        /** Of this run only, so that the bytes of two runs are different. */
        private byte[] content(String text) {
            return (collection.name() + ": " + text).getBytes(StandardCharsets.UTF_8);
        }

        private String sha256(String text) {
            return Sha256.of(new String(content(text), StandardCharsets.UTF_8));
        }

        private Addition sent(String path, String text) {
            var original = originals.put(content(text));
            bytes.put(text, clock.instant());
            var arrival = new Arrival(collection.id(), path, original, path, "text/markdown", List.of());
            return ledger.write(
                    Caller.PROGRAM, transaction -> transaction.documents().add(arrival, Priority.BULK));
        }

        private void send(String path, String text) {
            var came = sent(path, text);
            if (erased.containsKey(text)) {
                assertThat(came).isEqualTo(erased.get(text));
                return;
            }
            var known = documents.entrySet().stream()
                    .filter(one -> one.getValue().versions.containsKey(text))
                    .findFirst();
            if (known.isPresent()) {
                assertThat(came).isInstanceOf(Addition.Known.class);
                var kept = known.get().getValue();
                kept.deletion = Optional.empty();
                if (known.get().getKey().equals(path)) kept.current = text;
                return;
            }
            assertThat(came).isInstanceOf(Addition.Added.class);
            var kept = documents.computeIfAbsent(path, _ -> new Kept());
            kept.deletion = Optional.empty();
            kept.versions.put(text, kept.versions.size() + 1);
            kept.current = text;
        }

        private void delete(String path, String because) {
            if (because.isBlank() || !documents.containsKey(path)) {
                refused(() -> removal.delete(path, because));
                return;
            }
            var kept = kept(path);
            var before = written();
            var last = removal.delete(path, because);
            var deletion = new Document.Deletion(clock.instant(), because.strip());
            if (kept.deletion.isEmpty())
                assertThat(lastAct())
                        .satisfies(entry -> assertThat(entry.act()).isEqualTo("document.deleted"))
                        .satisfies(entry ->
                                assertThat(entry.details()).contains("\"because\":\"" + because.strip() + "\""));
            else assertThat(written()).as("a second deletion changes nothing").isEqualTo(before);
            kept.deletion = kept.deletion.or(() -> Optional.of(deletion));
            assertThat(last)
                    .isEqualTo(
                            LocalDate.ofInstant(kept.deletion.orElseThrow().at().plus(MONTH), ZoneOffset.UTC));
        }

        private void restore(String path) {
            var kept = Optional.ofNullable(documents.get(path));
            if (kept.flatMap(one -> one.deletion).isEmpty()) {
                refused(() -> removal.restore(path));
                return;
            }
            removal.restore(path);
            kept.orElseThrow().deletion = Optional.empty();
        }

        private void purge(String path, String because) {
            if (because.isBlank() || !documents.containsKey(path)) {
                refused(() -> removal.purge(path, because));
                return;
            }
            var versions = kept(path).versions.size();
            assertThat(removal.purge(path, because)).isEqualTo(versions);
            erase(path, because.strip());
        }

        private void erase(String path, String because) {
            for (var text : kept(path).versions.keySet())
                erased.put(text, new Addition.Erased(clock.instant(), because));
            documents.remove(path);
        }

        private Kept kept(String path) {
            return Optional.ofNullable(documents.get(path)).orElseThrow();
        }

        private void sweep() {
            sweeper.sweep();
            var before = clock.instant().minus(MONTH);
            for (var path : List.copyOf(documents.keySet()))
                kept(path)
                        .deletion
                        .filter(deletion -> deletion.at().isBefore(before))
                        .ifPresent(deletion -> erase(path, deletion.because()));
            bytes.entrySet()
                    .removeIf(one -> !isReferred(one.getKey())
                            && one.getValue().isBefore(clock.instant().minus(DAY)));
        }

        private boolean isReferred(String text) {
            return documents.values().stream().anyMatch(kept -> kept.versions.containsKey(text));
        }

        private void refused(Runnable work) {
            var before = written();
            assertThatThrownBy(work::run).isInstanceOf(BadInput.class);
            assertThat(written()).isEqualTo(before);
        }

        void compare() {
            ledger.act(Caller.PROGRAM, this::compare);
            for (var text : List.of("one", "two", "three", "four", "five"))
                assertThat(originals.path(sha256(text)).isPresent())
                        .as("the bytes of " + text)
                        .isEqualTo(bytes.containsKey(text));
        }

        private void compare(Transaction transaction) {
            var seen = new TreeMap<String, String>();
            transaction
                    .documents()
                    .current(collection.id(), "", 100)
                    .forEach(version -> seen.put(
                            version.document().path(), version.original().sha256()));
            var expected = new TreeMap<String, String>();
            documents.forEach((path, kept) -> {
                if (kept.deletion.isEmpty()) expected.put(path, sha256(kept.current));
            });
            assertThat(seen).isEqualTo(expected);
            for (var path : List.of("1.md", "2.md", "3.md")) {
                var there = transaction.documents().at(collection.id(), path);
                assertThat(there.isPresent()).as(path).isEqualTo(documents.containsKey(path));
                there.ifPresent(document -> {
                    assertThat(document.deletion()).isEqualTo(kept(path).deletion);
                    assertThat(transaction.documents().versions(document))
                            .extracting(version -> version.original().sha256())
                            .hasSameSizeAs(kept(path).versions.keySet());
                });
            }
        }

        /** What was erased left its hash and the reason: that is how it is known when it comes again. */
        void compareErased() {
            erased.forEach((text, reason) -> {
                assertThat(sent("again.md", text)).isEqualTo(reason);
                assertThat(reason.because()).isNotBlank();
            });
        }
    }

    /** How many acts the log has. */
    private long written() {
        return ledger.<Long>read(transaction -> transaction.log().head().sequence());
    }

    private LogEntry lastAct() {
        return ledger.<LogEntry>read(transaction -> transaction
                .log()
                .after(transaction.log().head().sequence() - 1, 1)
                .getFirst());
    }
}
