package dev.touchstone.indexer.archive.ledger;

import static dev.touchstone.indexer.archive.ledger.Ledgers.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.indexer.archive.ledger.AuditLog.Head;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the audit log must do on every database: grow, and tell when somebody went behind it. */
abstract class AuditLogContract {
    private static final int ENTRIES = 40;

    private Database database;
    private Ledger ledger;

    abstract Database fresh();

    /** The statements after which the database no longer stands in the way of whoever changes the log. */
    abstract List<String> breakingIn();

    @BeforeEach
    void open() {
        database = fresh();
        ledger = Ledgers.open(database, new TestingClock(), 3);
        for (var i = 1; i <= ENTRIES; i++) note("act." + i % 3, "subject " + i, Map.of("number", Integer.toString(i)));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private void note(String act, String subject, Map<String, String> details) {
        ledger.act(ADA, transaction -> transaction.log().add(act, subject, details));
    }

    private Verdict verify(Optional<Head> known) {
        return ledger.read(transaction -> transaction.log().verify(known));
    }

    private Head head() {
        return ledger.read(transaction -> transaction.log().head());
    }

    private void breakIn(String... statements) {
        try (var source = Connections.migrating(database);
                var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var removal : breakingIn()) statement.execute(removal);
            for (var change : statements) statement.execute(change);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void an_untouched_chain_is_sound_up_to_its_head() {
        var head = head();
        assertThat(head.sequence()).isEqualTo(ENTRIES);
        assertThat(verify(Optional.empty())).isEqualTo(new Verdict.Sound(head));
        note("later", "", Map.of());
        assertThat(verify(Optional.of(head))).isEqualTo(new Verdict.Sound(head()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set actor = 'eve' where sequence = 7",
                "delete from audit_log where sequence = 7",
                "delete from audit_log"
            })
    void the_database_refuses_to_change_it(String change) {
        assertThatThrownBy(() -> ledger.act(ADA, transaction -> transaction.change(change)))
                .rootCause()
                .hasMessageContaining("audit log");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void every_edit_delete_and_swap_is_found() {
        var random = new Random(11);
        var columns = List.of("actor", "address", "request", "act", "subject", "details", "hash");
        for (var round = 0; round < 12; round++) {
            var place = 1 + random.nextInt(ENTRIES - 1);
            var change = switch (round % 4) {
                case 0 ->
                    "update audit_log set %s = 'x' || %1$s where sequence = %d"
                            .formatted(columns.get(random.nextInt(columns.size())), place);
                case 1 -> "update audit_log set at = at + 1 where sequence = " + place;
                case 2 -> "delete from audit_log where sequence = " + place;
                default -> swap(place);
            };
            close();
            open();
            breakIn(change.split(";"));
            assertThat(verify(Optional.empty()))
                    .as(change)
                    .isInstanceOfSatisfying(
                            Verdict.Broken.class,
                            broken -> assertThat(broken.sequence()).isEqualTo(place));
        }
    }

    private static String swap(int place) {
        return "update audit_log set sequence = 9999 where sequence = %1$d;".formatted(place)
                + "update audit_log set sequence = %1$d where sequence = %2$d;".formatted(place, place + 1)
                + "update audit_log set sequence = %1$d where sequence = 9999".formatted(place + 1);
    }

    @Test
    void a_cut_at_the_end_is_found_by_the_head_and_when_that_is_cut_too_by_one_from_elsewhere() {
        var kept = head();
        breakIn("delete from audit_log where sequence > 30");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Broken.class);
        breakIn("update audit_head set sequence = 30, hash = (select hash from audit_log where sequence = 30)");
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
        assertThat(verify(Optional.of(kept)))
                .isEqualTo(new Verdict.Broken(31, "it is missing; the known head is " + ENTRIES));
    }

    @Test
    void a_log_that_was_written_anew_is_found_by_a_head_from_elsewhere() {
        var kept = head();
        breakIn("delete from audit_log", "update audit_head set sequence = 0, hash = '%s'".formatted(Head.NONE.hash()));
        for (var i = 1; i <= ENTRIES + 5; i++) note("forged", "", Map.of());
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
        assertThat(verify(Optional.of(kept)))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(ENTRIES));
    }

    @Test
    void eight_who_write_at_once_make_one_chain() {
        LedgerContract.together(8, number -> {
            for (var i = 0; i < 5; i++) note("from " + number, "", Map.of());
            return number;
        });
        assertThat(head().sequence()).isEqualTo(ENTRIES + 40);
        assertThat(verify(Optional.empty())).isInstanceOf(Verdict.Sound.class);
    }
}
