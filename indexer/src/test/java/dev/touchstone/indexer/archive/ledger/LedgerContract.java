package dev.touchstone.indexer.archive.ledger;

import static dev.touchstone.indexer.archive.ledger.Ledgers.ADA;
import static dev.touchstone.indexer.archive.ledger.Ledgers.add;
import static dev.touchstone.indexer.archive.ledger.Ledgers.added;
import static dev.touchstone.indexer.archive.ledger.Ledgers.arrival;
import static dev.touchstone.indexer.archive.ledger.Ledgers.collection;
import static dev.touchstone.indexer.archive.ledger.Ledgers.original;
import static dev.touchstone.indexer.archive.ledger.Ledgers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.IndexChanges.Change;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ledger must do on every database. A database's test extends this and says where it is. */
abstract class LedgerContract {
    final TestingClock clock = new TestingClock();

    Database database;
    Ledger ledger;

    abstract Database fresh();

    @BeforeEach
    void open() {
        database = fresh();
        ledger = Ledgers.open(database, clock, 1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void what_was_written_is_there_when_it_is_opened_again() {
        var decisions = collection(ledger, "decisions");
        var version = added(ledger, decisions, "adr/1.md", "one");
        ledger.close();
        ledger = Ledgers.open(database, clock, 2);
        assertThat(ledger.<Optional<Version>>read(
                        transaction -> transaction.documents().find(version.id())))
                .contains(version);
    }

    @Test
    void a_ledger_that_a_newer_program_wrote_is_refused() {
        ledger.act(ADA, transaction -> transaction.change("""
                insert into schema_history (installed_rank, version, description, type, script, checksum, installed_by,
                    installed_on, execution_time, success)
                select installed_rank + 900, '999', 'from the future', type, 'V999__future.sql', 7, installed_by,
                    installed_on, 1, success from schema_history where version = '2'"""));
        ledger.close();
        assertThatThrownBy(() -> Ledgers.open(database, clock, 2))
                .isInstanceOf(BadInput.class)
                .hasMessage("the ledger was made by a newer touchstone (its tables are of version 999); use that one");
    }

    @Test
    void files_of_watched_folders_are_known_as_they_were_taken() {
        var decisions = collection(ledger, "decisions").id();
        ledger.act(ADA, transaction -> {
            var files = transaction.watchedFiles();
            files.put(decisions, "/adr", "1.md", new WatchedFiles.Taken("early", "one"));
            files.put(decisions, "/adr", "1.md", new WatchedFiles.Taken("late", "two"));
            files.put(decisions, "/adr", "2.md", new WatchedFiles.Taken("early", "two"));
            files.put(decisions, "/rfc", "1.md", new WatchedFiles.Taken("early", "three"));
            files.remove(decisions, "/adr", "2.md");
        });

        assertThat(ledger.<Map<String, WatchedFiles.Taken>>read(
                        transaction -> transaction.watchedFiles().of(decisions, "/adr")))
                .containsExactly(Map.entry("1.md", new WatchedFiles.Taken("late", "two")));
        assertThat(ledger.<Boolean>read(
                        transaction -> transaction.watchedFiles().holds(decisions, "two")))
                .isTrue();
        assertThat(ledger.<Boolean>read(
                        transaction -> transaction.watchedFiles().holds(decisions, "one")))
                .isFalse();
    }

    @Test
    void an_exception_stands_until_it_is_withdrawn_and_goes_with_its_document() {
        var decisions = collection(ledger, "decisions");
        var document = added(ledger, decisions, "adr/1.md", "one").document();
        var allowance = new Exceptions.Allowance(
                "adr/1.md", "d1", "Keep it", "thrift", "the board", "nothing else is ready", LocalDate.of(2026, 6, 30));
        var allowed = ledger.<Exceptions.Allowed>write(
                ADA, transaction -> transaction.exceptions().add(document, allowance));
        var other = ledger.<Exceptions.Allowed>write(
                ADA, transaction -> transaction.exceptions().add(document, allowance));

        assertThat(allowed.allowance()).isEqualTo(allowance);
        assertThat(standing(decisions)).containsExactlyInAnyOrder(allowed, other);
        ledger.act(ADA, transaction -> transaction.exceptions().withdraw(other, "written twice"));
        assertThat(standing(decisions)).containsExactly(allowed);
        ledger.act(ADA, transaction -> transaction.documents().delete(document, "a mistake"));
        assertThat(standing(decisions)).isEmpty();
        ledger.act(ADA, transaction -> transaction.erasing().erase(document, "a mistake"));
        assertThat(ledger.<Boolean>read(transaction ->
                        transaction.exceptions().find(allowed.id()).isEmpty()))
                .isTrue();
    }

    private List<Exceptions.Allowed> standing(Collections.Collection collection) {
        return ledger.read(transaction -> transaction.exceptions().of(collection.id()));
    }

    @Test
    void what_a_transaction_threw_from_never_happened_and_is_in_no_log() {
        var before = ledger.<AuditLog.Head>read(transaction -> transaction.log().head());
        assertThatThrownBy(() -> ledger.act(ADA, transaction -> {
                    transaction.collections().ensure("decisions", Access.OPEN);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(ledger.<List<?>>read(transaction -> transaction.collections().all()))
                .isEmpty();
        assertThat(ledger.<AuditLog.Head>read(transaction -> transaction.log().head()))
                .isEqualTo(before);
    }

    @Test
    void looking_changes_nothing_even_when_it_tries() {
        assertThatThrownBy(() -> ledger.<Object>read(
                        transaction -> transaction.collections().ensure("x", Access.OPEN)))
                .isInstanceOf(RuntimeException.class);
        assertThat(ledger.<List<?>>read(transaction -> transaction.collections().all()))
                .isEmpty();
    }

    @Test
    void a_look_sees_one_state_while_others_write() {
        collection(ledger, "a");
        var seen = ledger.<List<Integer>>read(transaction -> {
            var first = transaction.collections().all().size();
            collection(ledger, "b");
            return List.of(first, transaction.collections().all().size());
        });
        assertThat(seen).containsExactly(1, 1);
        assertThat(ledger.<List<?>>read(transaction -> transaction.collections().all()))
                .hasSize(2);
    }

    @Test
    void the_same_bytes_are_in_a_collection_once_and_in_each_collection() {
        var decisions = collection(ledger, "decisions");
        var minutes = collection(ledger, "minutes");
        var first = added(ledger, decisions, "a.md", "same");
        assertThat(add(ledger, decisions, "b.md", "same")).isEqualTo(new Addition.Known(first));
        assertThat(added(ledger, minutes, "a.md", "same").id()).isNotEqualTo(first.id());
    }

    @Test
    void twenty_who_send_the_same_bytes_at_once_make_one_document() {
        var decisions = collection(ledger, "decisions");
        var barrier = new CyclicBarrier(20);
        var additions = together(20, number -> {
            barrier.await();
            return add(ledger, decisions, "a" + number % 3 + ".md", "same");
        });
        assertThat(additions.stream().filter(Addition.Added.class::isInstance)).hasSize(1);
        assertThat(additions.stream().map(LedgerContract::id).distinct()).hasSize(1);
        assertThat(count("versions")).isEqualTo(1);
        assertThat(count("documents")).isEqualTo(1);
        assertThat(count("work")).isEqualTo(1);
        assertThat(count("scheduled_tasks")).isEqualTo(1);
    }

    private static Id<Version> id(Addition addition) {
        return switch (addition) {
            case Addition.Added added -> added.version().id();
            case Addition.Known known -> known.version().id();
            case Addition.Erased erased -> throw new AssertionError(erased.because());
        };
    }

    @Test
    void other_bytes_at_a_path_are_its_next_version_and_older_ones_can_stand_there_again() {
        var decisions = collection(ledger, "decisions");
        var first = added(ledger, decisions, "a.md", "one");
        var second = added(ledger, decisions, "a.md", "two");
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(paths(decisions)).containsExactly("a.md v2");
        add(ledger, decisions, "a.md", "one");
        assertThat(paths(decisions)).containsExactly("a.md v1");
        assertThat(ledger.<List<Version>>read(
                        transaction -> transaction.documents().versions(first.document())))
                .extracting(Version::current)
                .containsExactly(true, false);
    }

    @Test
    void what_was_given_comes_back_in_its_order() {
        var decisions = collection(ledger, "decisions");
        var given = new Field[] {
            new Field("team", "Zoë's \u2028 Räume \uD83D\uDE80", Field.Origin.MANIFEST),
            new Field("deciders", "a", Field.Origin.SIDECAR),
            new Field("deciders", "b", Field.Origin.SIDECAR)
        };
        var addition = ledger.<Addition>write(
                ADA,
                transaction -> transaction.documents().add(arrival(decisions, "a.md", "one", given), Priority.BULK));
        var version = ((Addition.Added) addition).version();
        assertThat(ledger.<List<Field>>read(
                        transaction -> transaction.documents().given(version)))
                .containsExactly(given);
        assertThat(version.sent()).isEqualTo(new Version.Sent("a.md", "text/markdown", "ada", clock.instant()));
        assertThatThrownBy(() -> arrival(decisions, "x".repeat(601), "one")).isInstanceOf(BadInput.class);
    }

    @Test
    void a_deleted_document_can_be_restored_and_an_erased_one_is_not_taken_again() {
        var decisions = collection(ledger, "decisions");
        var document = added(ledger, decisions, "a.md", "one").document();
        added(ledger, decisions, "b.md", "two");
        ledger.act(ADA, transaction -> transaction.documents().delete(document, "wrong folder"));
        assertThat(paths(decisions)).containsExactly("b.md v1");
        add(ledger, decisions, "a.md", "one");
        assertThat(paths(decisions)).containsExactly("a.md v1", "b.md v1");
        ledger.act(ADA, transaction -> transaction.documents().delete(document, "a request"));
        clock.pass(Duration.ofDays(31));
        var due = ledger.<List<Document>>read(transaction ->
                transaction.documents().deletedBefore(clock.instant().minus(Duration.ofDays(30))));
        assertThat(due).extracting(Document::path).containsExactly("a.md");
        ledger.act(ADA, transaction -> transaction.erasing().erase(due.getFirst(), "a request"));
        assertThat(add(ledger, decisions, "c.md", "one")).isEqualTo(new Addition.Erased(clock.instant(), "a request"));
        assertThat(ledger.<Boolean>read(transaction ->
                        transaction.documents().isReferred(original("one").sha256())))
                .isFalse();
        assertThat(ledger.<Optional<Document>>read(
                        transaction -> transaction.documents().document(document.id())))
                .isEmpty();
    }

    @Test
    void erasing_leaves_nothing_that_was_derived() {
        var decisions = collection(ledger, "decisions");
        var version = added(ledger, decisions, "a.md", "one");
        var run = run(ledger, decisions, "m1");
        ledger.act(ADA, transaction -> {
            transaction.artifacts().put(version.id(), Artifacts.Kind.TEXT, "tika", original("text"));
            transaction.results().put(run.id(), version.id(), Entries.random("a.md", 5), original("entry"));
            transaction.uploads().add(decisions.id(), List.of(new Uploads.Sent("a.md", version, false)));
            transaction.work().score(version.id(), run, Priority.BULK);
        });
        ledger.act(ADA, transaction -> transaction.erasing().erase(version.document(), "a request"));
        for (var table : List.of(
                "documents",
                "versions",
                "given_fields",
                "artifacts",
                "results",
                "audited_parts",
                "audited_decisions",
                "audited_authors",
                "value_references",
                "rollups",
                "work",
                "job_items")) assertThat(count(table)).as(table).isZero();
        assertThat(count("erasures")).isEqualTo(1);
        assertThat(changes(decisions)).extracting(Change::path).containsExactly("a.md");
    }

    @Test
    void a_confidential_collection_is_there_for_its_members_only() {
        collection(ledger, "open");
        var secret = ledger.write(ADA, transaction -> transaction.collections().ensure("secret", Access.CONFIDENTIAL));
        var bea = ledger.write(
                ADA, transaction -> transaction.users().add("bea", "Bea", Users.Role.READER, Optional.empty()));
        assertThat(visible(bea)).containsExactly("open");
        ledger.act(ADA, transaction -> transaction.collections().addMember(secret, bea));
        assertThat(visible(bea)).containsExactly("open", "secret");
        assertThat(ledger.<List<Users.User>>read(
                        transaction -> transaction.collections().members(secret.id())))
                .containsExactly(bea);
        ledger.act(ADA, transaction -> transaction.collections().removeMember(secret, bea));
        assertThat(visible(bea)).containsExactly("open");
        ledger.act(ADA, transaction -> transaction.collections().restrict(secret, Access.OPEN));
        assertThat(visible(bea)).containsExactly("open", "secret");
    }

    private List<String> visible(Users.User user) {
        return ledger.read(transaction -> transaction.collections().visibleTo(user.id()).stream()
                .map(Collections.Collection::name)
                .toList());
    }

    @Test
    void the_charter_in_force_is_the_one_that_began_last() {
        ledger.act(ADA, transaction -> {
            var charters = transaction.charters();
            charters.publish("Thornquay", 1, LocalDate.parse("2024-01-01"), Sha256.of("1"), "one");
            charters.publish("Thornquay", 2, LocalDate.parse("2025-07-01"), Sha256.of("2"), "two");
            charters.publish("Other", 9, LocalDate.parse("2025-01-01"), Sha256.of("9"), "nine");
            assertThat(charters.publish("Thornquay", 1, LocalDate.parse("2024-01-01"), Sha256.of("1"), "one")
                            .version())
                    .isEqualTo(1);
        });
        assertThat(List.of("2023-12-31", "2024-01-01", "2025-06-30", "2025-07-01"))
                .extracting(day -> ledger.<String>read(transaction -> transaction
                        .charters()
                        .inForce("Thornquay", LocalDate.parse(day))
                        .map(Charters.Published::text)
                        .orElse("none")))
                .containsExactly("none", "one", "one", "two");
        assertThatThrownBy(() -> ledger.act(
                        ADA,
                        transaction -> transaction
                                .charters()
                                .publish("Thornquay", 2, LocalDate.parse("2025-07-01"), Sha256.of("3"), "three")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("give it a new version");
    }

    @Test
    void runs_on_the_same_terms_are_one_run_and_one_is_current() {
        var decisions = collection(ledger, "decisions");
        added(ledger, decisions, "a.md", "one");
        var first = run(ledger, decisions, "m1");
        assertThat(run(ledger, decisions, "m1")).isEqualTo(first);
        var second = run(ledger, decisions, "m2");
        ledger.act(ADA, transaction -> transaction.runs().makeCurrent(first));
        ledger.act(ADA, transaction -> transaction.runs().makeCurrent(second));
        assertThat(ledger.<Optional<Runs.Run>>read(
                        transaction -> transaction.runs().current(decisions.id())))
                .contains(new Runs.Run(second.id(), decisions.id(), second.terms(), Runs.State.CURRENT));
        assertThat(ledger.<Optional<Runs.Run>>read(
                                transaction -> transaction.runs().find(first.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(Runs.State.PAST);
        assertThat(changes(decisions)).extracting(Change::revision).containsExactly(2L);
    }

    @Test
    void an_index_change_stays_to_be_done_when_the_document_has_changed_again() {
        var decisions = collection(ledger, "decisions");
        var document = added(ledger, decisions, "a.md", "one").document();
        ledger.act(ADA, transaction -> transaction.documents().delete(document, "x"));
        var seen = changes(decisions);
        ledger.act(ADA, transaction -> transaction.documents().restore(document));
        ledger.act(ADA, transaction -> transaction.indexChanges().applied(seen));
        assertThat(changes(decisions)).extracting(Change::revision).containsExactly(2L);
        ledger.act(ADA, transaction -> transaction.indexChanges().applied(changes(decisions)));
        assertThat(changes(decisions)).isEmpty();
    }

    private List<Change> changes(Collections.Collection collection) {
        return ledger.read(transaction -> transaction.indexChanges().pending(collection.id(), 100));
    }

    @Test
    void four_writers_and_a_reader_get_along() {
        var decisions = collection(ledger, "decisions");
        var done = together(5, number -> {
            for (var i = 0; i < 15; i++)
                if (number == 4) paths(decisions);
                else added(ledger, decisions, number + "/" + i + ".md", number + " " + i);
            return number;
        });
        assertThat(done).hasSize(5);
        assertThat(paths(decisions)).hasSize(60);
        assertThat(verify()).isInstanceOf(AuditLog.Verdict.Sound.class);
    }

    @Test
    void a_session_ends_by_time_by_idleness_and_when_its_user_changes() {
        var bea = ledger.write(
                ADA, transaction -> transaction.users().add("bea", "Bea", Users.Role.READER, Optional.of("encoded")));
        assertThat(bea.toString()).doesNotContain("encoded");
        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t1", Duration.ofHours(12)));
        clock.pass(Duration.ofMinutes(29));
        ledger.act(ADA, transaction -> transaction.sessions().seen(session("t1").orElseThrow()));
        clock.pass(Duration.ofMinutes(29));
        assertThat(session("t1")).isPresent();
        clock.pass(Duration.ofMinutes(2));
        assertThat(session("t1")).isEmpty();
        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t2", Duration.ofHours(12)));
        ledger.act(ADA, transaction -> transaction.users().role(bea, Users.Role.ADMIN));
        assertThat(session("t2")).isEmpty();
        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t3", Duration.ofMinutes(1)));
        clock.pass(Duration.ofMinutes(1));
        assertThat(session("t3")).isEmpty();
        assertThat(ledger.<Optional<Users.User>>read(
                        transaction -> transaction.users().find("bea")))
                .contains(new Users.User(
                        bea.id(), "bea", "Bea", Users.Role.ADMIN, Optional.of("encoded"), Optional.empty(), false));
    }

    private Optional<Sessions.Session> session(String token) {
        return ledger.read(transaction -> transaction.sessions().find(token, Duration.ofMinutes(30)));
    }

    @Test
    void a_password_that_is_only_encoded_anew_ends_no_session() {
        var bea = ledger.write(
                ADA, transaction -> transaction.users().add("bea", "Bea", Users.Role.READER, Optional.of("weak")));
        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t1", Duration.ofHours(12)));

        ledger.act(ADA, transaction -> transaction.users().reencode(bea, "strong"));

        assertThat(session("t1")).isPresent();
        assertThat(ledger.read(transaction -> transaction.users().find(bea.id()))
                        .orElseThrow()
                        .password())
                .contains("strong");
    }

    @Test
    void a_token_serves_until_it_expires_is_revoked_or_its_user_is_disabled() {
        var bea = ledger.write(
                ADA, transaction -> transaction.users().add("bea", "Bea", Users.Role.READER, Optional.empty()));
        var token = ledger.write(
                ADA,
                transaction ->
                        transaction.tokens().issue(bea, "sync", "hash", Set.of("read", "upload"), Duration.ofDays(1)));
        assertThat(token("hash")).contains(token);
        ledger.act(ADA, transaction -> transaction.users().disable(bea));
        assertThat(token("hash")).isEmpty();
        ledger.act(ADA, transaction -> transaction.users().enable(bea));
        assertThat(token("hash")).contains(token);
        clock.pass(Duration.ofDays(1));
        assertThat(token("hash")).isEmpty();
        ledger.act(ADA, transaction -> transaction.tokens().revoke(token));
        assertThat(ledger.<List<?>>read(transaction -> transaction.tokens().all(bea.id())))
                .isEmpty();
    }

    @Test
    void a_second_factor_ends_the_sessions_of_its_user_when_it_comes_and_when_it_goes() {
        var bea = bea();
        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t1", Duration.ofHours(12)));
        ledger.act(ADA, transaction -> transaction.secondFactors().switchOn(bea, "SECRET", 7, List.of("h1", "h2")));
        assertThat(session("t1")).isEmpty();
        assertThat(factor(bea)).contains(new SecondFactors.Factor("SECRET", 7));
        assertThat(factor(bea).toString()).doesNotContain("SECRET");
        assertThat(ledger.read(transaction -> transaction.users().find("bea"))
                        .orElseThrow()
                        .secondFactor())
                .contains(clock.instant());

        ledger.act(ADA, transaction -> transaction.sessions().open(bea, "t2", Duration.ofHours(12)));
        ledger.act(ADA, transaction -> transaction.secondFactors().takeAway(bea));
        assertThat(session("t2")).isEmpty();
        assertThat(factor(bea)).isEmpty();
        assertThat(ledger.<List<Users.User>>read(
                        transaction -> transaction.users().all()))
                .extracting(Users.User::secondFactor)
                .containsExactly(Optional.empty());
        ledger.act(ADA, transaction -> transaction.secondFactors().switchOn(bea, "OTHER", 8, List.of("h1")));
    }

    private Users.User bea() {
        return ledger.write(
                ADA, transaction -> transaction.users().add("bea", "Bea", Users.Role.READER, Optional.of("encoded")));
    }

    private Optional<SecondFactors.Factor> factor(Users.User user) {
        return ledger.read(transaction -> transaction.secondFactors().find(user.id()));
    }

    @Test
    void of_twelve_who_show_the_same_code_at_once_one_is_let_in_and_nobody_with_an_earlier_one() throws Exception {
        var bea = bea();
        ledger.act(ADA, transaction -> transaction.secondFactors().switchOn(bea, "SECRET", 7, List.of("h1")));
        var together = new CyclicBarrier(12);
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var attempt : List.<Predicate<Transaction>>of(
                    transaction -> transaction.secondFactors().use(bea, 8),
                    transaction -> transaction.secondFactors().recover(bea, "h1"))) {
                Callable<Boolean> one = () -> {
                    together.await();
                    return ledger.<Boolean>write(ADA, attempt::test);
                };
                var let = threads.invokeAll(java.util.Collections.nCopies(12, one)).stream()
                        .filter(Future::resultNow)
                        .count();
                assertThat(let).isOne();
            }
        }
        assertThat(ledger.<Boolean>write(
                        ADA, transaction -> transaction.secondFactors().use(bea, 7)))
                .isFalse();
        assertThat(ledger.<Boolean>write(
                        ADA, transaction -> transaction.secondFactors().recover(bea, "h3")))
                .isFalse();
    }

    private Optional<Tokens.Token> token(String hash) {
        return ledger.read(transaction -> transaction.tokens().find(hash));
    }

    @Test
    void every_act_is_in_the_log_with_who_did_it_and_from_where() {
        var decisions = collection(ledger, "decisions");
        added(ledger, decisions, "a.md\r\n\u0000\"", "one");
        var entries =
                ledger.<List<LogEntry>>read(transaction -> transaction.log().after(0, 10));
        assertThat(entries).extracting(LogEntry::act).containsExactly("collection.made", "document.added");
        assertThat(entries.getFirst())
                .isEqualTo(
                        new LogEntry(1, clock.instant(), ADA, "collection.made", "decisions", "{\"access\":\"OPEN\"}"));
        assertThat(entries.getLast().subject()).isEqualTo("a.md\r\n\uFFFD\"");
    }

    AuditLog.Verdict verify() {
        return ledger.read(transaction -> transaction.log().verify(Optional.empty()));
    }

    long count(String table) {
        return ledger.<Long>read(transaction -> transaction.number("select count(*) from " + table));
    }

    private List<String> paths(Collections.Collection collection) {
        return ledger.read(transaction -> transaction.documents().current(collection.id(), "", 1000).stream()
                .map(version -> version.document().path() + " v" + version.number())
                .toList());
    }

    interface Doing<T> {
        T with(int number) throws Exception;
    }

    /** Does something in several threads, each with its number, and waits for all. */
    static <T> List<T> together(int threads, Doing<T> doing) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var pending = new ArrayList<Future<T>>();
            IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(number -> () -> doing.with(number))
                    .forEach(task -> pending.add(pool.submit(task)));
            var results = new ArrayList<T>();
            for (var future : pending) results.add(future.get());
            return results;
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
