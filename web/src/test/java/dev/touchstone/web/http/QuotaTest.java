package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Document;
import dev.touchstone.indexer.archive.ledger.TestingPostgres;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.OverQuota;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal L4: what is kept of one user, and of one collection, has a bound, and nobody else feels it. */
class QuotaTest {
    private static final Bounds.Quota QUOTA = new Bounds.Quota(3, 1);
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    @TempDir
    private Path temporary;

    /** Parts with the quota, and the ledger in a file or elsewhere. */
    private static TestingParts parts(Optional<Database.Server> server) {
        return parts(server, QUOTA, Bounds.Quota.NONE);
    }

    private static TestingParts parts(Optional<Database.Server> server, Bounds.Quota user, Bounds.Quota collection) {
        return new TestingParts() {
            @Override
            public Bounds bounds() {
                return new Bounds(20, 50, 1_000, 2_048, user, collection, Bounds.Rates.USUAL);
            }

            @Override
            public Database database(Path file) {
                return server.<Database>map(known -> known).orElseGet(() -> super.database(file));
            }
        };
    }

    private Archive open(TestingParts parts) throws IOException {
        var folder = new HomeFolder(temporary.resolve("home"));
        Archive.make(folder, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts);
        return Archive.open(folder, parts, TestingEngine.engine());
    }

    private static Home seenBy(Archive archive, String user) {
        return archive.seenBy(new Viewer(new Caller(user, "192.0.2.7", "r1"), Optional.empty()));
    }

    private Home.Upload upload(String name, String text) throws IOException {
        return new Home.Upload(name, Files.writeString(Files.createTempFile(temporary, "sent", ""), text));
    }

    private List<Home.Upload> two() throws IOException {
        return List.of(upload("3.md", "We tell three."), upload("4.md", "We tell four."));
    }

    @Test
    void a_user_whose_files_are_too_many_is_refused_and_nothing_of_it_is_taken() throws IOException {
        var parts = parts(Optional.empty());
        try (var archive = open(parts)) {
            var mara = seenBy(archive, "mara");
            mara.submit("", List.of(upload("1.md", "We tell one."), upload("2.md", "We tell two.")));
            assertThatThrownBy(() -> mara.submit("", two()))
                    .isInstanceOf(OverQuota.class)
                    .hasMessageStartingWith(
                            "With this you would have sent more than the 3 files and 1 MB that are kept of one user.");
            assertThat(kept(parts)).containsExactly("uploads/1.md", "uploads/2.md");

            assertThat(seenBy(archive, "ada").submit("", two()).items()).hasSize(2);
            mara.submit("", List.of(upload("3.md", "We tell the third.")));
            assertThat(mara.submit("", List.of(upload("again.md", "We tell one.")))
                            .items())
                    .as("what is there already takes no room")
                    .hasSize(1);
        }
    }

    @Test
    void a_user_whose_bytes_are_too_many_is_refused_until_some_are_erased() throws IOException {
        var parts = parts(Optional.empty());
        try (var archive = open(parts)) {
            var mara = seenBy(archive, "mara");
            mara.submit("", List.of(upload("1.md", "x".repeat(600_000))));
            var second = "y".repeat(600_000);
            assertThatThrownBy(() -> mara.submit("", List.of(upload("2.md", second))))
                    .isInstanceOf(OverQuota.class);

            try (var ledger = parts.ledger(new HomeFolder(temporary.resolve("home")).ledger())) {
                ledger.act(Caller.PROGRAM, transaction -> {
                    var collection = transaction.collections().all().getFirst().id();
                    var first = transaction.documents().at(collection, "uploads/1.md");
                    transaction.erasing().erase(first.orElseThrow(), "too large");
                });
            }
            assertThat(mara.submit("", List.of(upload("2.md", second))).items()).hasSize(1);
        }
    }

    @Test
    void two_at_once_do_not_both_find_the_last_room() throws Exception {
        assertThat(takenOfTwelveAtOnce(parts(Optional.empty()), _ -> "mara")).isEqualTo(3);
    }

    @Test
    @Tag("full")
    void two_at_once_do_not_both_find_the_last_room_on_postgresql() throws Exception {
        assertThat(takenOfTwelveAtOnce(parts(Optional.of(TestingPostgres.fresh())), _ -> "mara"))
                .isEqualTo(3);
    }

    private static TestingParts bounded(Optional<Database.Server> server) {
        return parts(server, Bounds.Quota.NONE, QUOTA);
    }

    @Test
    void a_collection_whose_files_are_too_many_is_full_for_everybody_and_no_other_is() throws IOException {
        var parts = bounded(Optional.empty());
        try (var archive = open(parts)) {
            var mara = seenBy(archive, "mara");
            mara.submit("", List.of(upload("1.md", "We tell one."), upload("2.md", "We tell two.")));
            for (var user : List.of("mara", "ada"))
                assertThatThrownBy(() -> seenBy(archive, user).submit("", two()))
                        .isInstanceOf(OverQuota.class)
                        .hasMessage(
                                "With this the collection %s would hold more than the 3 files and 1 MB that are kept"
                                                .formatted(HomeFolder.MAIN)
                                        + " of one. Nothing was taken; ask whoever runs the service to erase some or to allow more.");
            assertThat(kept(parts)).containsExactly("uploads/1.md", "uploads/2.md");

            try (var ledger = parts.ledger(new HomeFolder(temporary.resolve("home")).ledger())) {
                ledger.act(
                        Caller.PROGRAM, transaction -> transaction.collections().ensure("board", Access.OPEN));
            }
            assertThat(seenBy(archive, "ada").submit("board", two()).items()).hasSize(2);
            mara.submit("", List.of(upload("3.md", "We tell the third.")));
            assertThat(mara.submit("", List.of(upload("again.md", "We tell one.")))
                            .items())
                    .as("what is there already takes no room")
                    .hasSize(1);
        }
    }

    @Test
    void what_is_deleted_counts_in_its_collection_until_it_is_erased() throws IOException {
        var parts = bounded(Optional.empty());
        try (var archive = open(parts)) {
            var mara = seenBy(archive, "mara");
            mara.submit("", List.of(upload("1.md", "x".repeat(600_000))));
            var second = "y".repeat(600_000);
            change(parts, (transaction, first) -> transaction.documents().delete(first, "too large"));
            assertThatThrownBy(() -> mara.submit("", List.of(upload("2.md", second))))
                    .isInstanceOf(OverQuota.class);
            change(parts, (transaction, first) -> transaction.erasing().erase(first, "too large"));
            assertThat(mara.submit("", List.of(upload("2.md", second))).items()).hasSize(1);
        }
    }

    private void change(TestingParts parts, BiConsumer<Transaction, Document> work) {
        try (var ledger = parts.ledger(new HomeFolder(temporary.resolve("home")).ledger())) {
            ledger.act(Caller.PROGRAM, transaction -> {
                var collection = transaction.collections().all().getFirst().id();
                work.accept(
                        transaction,
                        transaction.documents().at(collection, "uploads/1.md").orElseThrow());
            });
        }
    }

    @Test
    void two_at_once_do_not_both_find_the_last_room_in_a_collection() throws Exception {
        assertThat(takenOfTwelveAtOnce(bounded(Optional.empty()), number -> "user" + number))
                .isEqualTo(3);
    }

    @Test
    @Tag("full")
    void two_at_once_do_not_both_find_the_last_room_in_a_collection_on_postgresql() throws Exception {
        assertThat(takenOfTwelveAtOnce(bounded(Optional.of(TestingPostgres.fresh())), number -> "user" + number))
                .isEqualTo(3);
    }

    private long takenOfTwelveAtOnce(TestingParts parts, IntFunction<String> user) throws Exception {
        try (var archive = open(parts);
                var senders = Executors.newFixedThreadPool(12)) {
            var together = new CyclicBarrier(12);
            var sent = IntStream.range(0, 12)
                    .mapToObj(number -> senders.submit(() -> {
                        var upload = upload(number + ".md", "We tell number %d.".formatted(number));
                        together.await();
                        return seenBy(archive, user.apply(number)).submit("", List.of(upload));
                    }))
                    .toList();
            var taken = 0;
            for (var one : sent) {
                try {
                    one.get();
                    taken++;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(OverQuota.class);
                }
            }
            assertThat(kept(parts)).hasSize(taken);
            return taken;
        }
    }

    @Test
    void who_is_refused_is_told_why() throws IOException {
        try (var archive = open(parts(Optional.empty()));
                var service = new TestingService(seenBy(archive, "mara")).start()) {
            for (var number = 0; number < 3; number++)
                assertThat(send(service, "We tell %d.".formatted(number)).statusCode())
                        .isEqualTo(202);
            var answer = send(service, "We tell more.");
            assertThat(answer.statusCode()).isEqualTo(507);
            assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
            assertThat(answer.body())
                    .contains("more than the 3 files and 1 MB that are kept of one user. Nothing was taken; ask");
        }
    }

    private static java.net.http.HttpResponse<String> send(TestingService service, String text) {
        var line = "a-line-that-no-file-holds";
        return service.send(
                "POST",
                "/api/v1/documents",
                Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "multipart/form-data; boundary=" + line),
                BodyPublishers.ofString("--" + line
                        + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"plan.md\"\r\n\r\n" + text
                        + "\r\n--" + line + "--\r\n"));
    }

    /** The paths that the ledger knows. */
    private List<String> kept(TestingParts parts) {
        try (var ledger = parts.ledger(new HomeFolder(temporary.resolve("home")).ledger())) {
            return ledger.read(transaction ->
                    transaction
                            .documents()
                            .current(transaction.collections().all().getFirst().id(), "", 100)
                            .stream()
                            .map(version -> version.document().path())
                            .toList());
        }
    }
}
