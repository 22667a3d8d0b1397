package dev.touchstone.indexer.archive.jobs;

import static dev.touchstone.indexer.archive.ledger.Ledgers.ADA;
import static dev.touchstone.indexer.archive.ledger.Ledgers.added;
import static dev.touchstone.indexer.archive.ledger.Ledgers.collection;
import static dev.touchstone.indexer.archive.ledger.Ledgers.original;
import static dev.touchstone.indexer.archive.ledger.Ledgers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.indexer.archive.ledger.Artifacts;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Ledgers;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Uploads;
import dev.touchstone.indexer.archive.ledger.Version;
import dev.touchstone.indexer.archive.ledger.Work;
import dev.touchstone.indexer.archive.ledger.Workload.Priority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How work is done on every database. */
abstract class JobsContract {
    private static final int SECONDS = 120;

    static final JobSettings QUICK =
            new JobSettings(2, 2, 2, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(60));

    Database database;
    Ledger ledger;
    Collection decisions;

    abstract Database fresh();

    @BeforeEach
    void open() {
        database = fresh();
        ledger = Ledgers.open(database, InstantSource.system(), 7);
        decisions = collection(ledger, "decisions");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    Id<Uploads.Upload> upload(int count) {
        var sent = new ArrayList<Uploads.Sent>();
        for (var i = 0; i < count; i++) {
            var name = "%d.md".formatted(i);
            sent.add(new Uploads.Sent(name, added(ledger, decisions, name, "text " + i), false));
        }
        return ledger.<Id<Uploads.Upload>>write(
                ADA, transaction -> transaction.uploads().add(decisions.id(), sent));
    }

    Run current(String model) {
        var run = run(ledger, decisions, model);
        ledger.act(ADA, transaction -> transaction.runs().makeCurrent(run));
        return run;
    }

    List<Uploads.Item> items(Id<Uploads.Upload> upload) {
        return ledger.<Optional<Uploads.Upload>>read(
                        transaction -> transaction.uploads().find(upload))
                .orElseThrow()
                .items();
    }

    /** Works until so many documents were scored, or steps have said that they are through. */
    void work(TestingSteps steps, CountDownLatch until) {
        try (var jobs = Jobs.start(ledger, steps.steps(), QUICK, "testing")) {
            jobs.wake();
            await(until);
        }
    }

    static void await(CountDownLatch until) {
        try {
            assertThat(until.await(SECONDS, TimeUnit.SECONDS))
                    .as("done within %d seconds", SECONDS)
                    .isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    private List<String> stages(Id<Uploads.Upload> upload) {
        return items(upload).stream()
                .map(item -> (item.stage() + " " + item.ending().reason()).strip())
                .toList();
    }

    @Test
    void every_document_is_read_and_scored_once_and_done_when_the_index_has_it() {
        var run = current("m1");
        var upload = upload(6);
        var steps = new TestingSteps(6);
        work(steps, steps.scored());
        assertThat(stages(upload)).containsOnly("INDEX").hasSize(6);
        assertThat(steps.calls())
                .hasSize(18)
                .allSatisfy((_, calls) -> assertThat(calls).isEqualTo(1));
        assertThat(ledger.<Map<Stage, Long>>read(
                        transaction -> transaction.work().progress(decisions.id(), Optional.of(run))))
                .isEqualTo(Map.of(Stage.INDEX, 6L));
        ledger.act(
                ADA,
                transaction -> transaction
                        .indexChanges()
                        .applied(transaction.indexChanges().pending(decisions.id(), 100)));
        assertThat(stages(upload)).containsOnly("DONE");
    }

    @Test
    void a_document_that_its_reader_does_not_survive_is_tried_twice_and_holds_nobody_up() {
        current("m1");
        var upload = upload(4);
        var steps = new TestingSteps(3);
        steps.on("1.md", Stage.EXTRACT, _ -> new Finished.Crashed("the worker ran out of memory"));
        work(steps, steps.scored());
        assertThat(steps.calls().get("1.md EXTRACT")).isEqualTo(2);
        assertThat(stages(upload)).containsExactly("INDEX", "FAILED parser_crashed", "INDEX", "INDEX");
        assertThat(items(upload).get(1).ending().message()).isEqualTo("the worker ran out of memory");
    }

    @Test
    void a_document_at_fault_fails_at_once_and_a_bug_after_two_attempts() {
        current("m1");
        var upload = upload(3);
        var steps = new TestingSteps(1);
        steps.on("0.md", Stage.EXTRACT, _ -> new Finished.Failed("password_protected", "It needs a password."));
        steps.on("1.md", Stage.STRUCTURE, _ -> {
            throw new IllegalStateException("a bug");
        });
        work(steps, steps.scored());
        assertThat(stages(upload)).containsExactly("FAILED password_protected", "FAILED structure_crashed", "INDEX");
        assertThat(steps.calls()).containsEntry("0.md EXTRACT", 1).containsEntry("1.md STRUCTURE", 2);
    }

    @Test
    void a_document_for_which_memory_does_not_suffice_fails_after_two_attempts() {
        current("m1");
        var upload = upload(2);
        var steps = new TestingSteps(2);
        steps.on("0.md", Stage.SCORE, task -> {
            if (task.attempt() == 2) steps.scored().countDown();
            throw new OutOfMemoryError("for a test");
        });
        work(steps, steps.scored());
        assertThat(stages(upload)).containsExactly("FAILED scoring_crashed", "INDEX");
        assertThat(steps.calls()).containsEntry("0.md SCORE", 2);
    }

    @Test
    void attempts_count_before_they_begin_so_that_what_ends_the_program_twice_is_not_begun_again() {
        current("m1");
        var upload = upload(2);
        var work = works("0.md");
        for (var kill = 0; kill < 2; kill++)
            ledger.<Optional<Work>>write(
                    Caller.PROGRAM, transaction -> transaction.work().begin(work, 2, _ -> new Work.Ending("x", "y")));
        var steps = new TestingSteps(1);
        work(steps, steps.scored());
        assertThat(stages(upload)).containsExactly("FAILED parser_crashed", "INDEX");
        assertThat(steps.calls()).doesNotContainKey("0.md EXTRACT");
        ledger.act(ADA, transaction -> transaction.work().retry(work));
        var again = new TestingSteps(1);
        work(again, again.scored());
        assertThat(stages(upload)).containsExactly("INDEX", "INDEX");
    }

    Id<Work> works(String path) {
        return ledger.<Id<Work>>read(transaction -> transaction
                .work()
                .reading(transaction
                        .documents()
                        .find(
                                decisions.id(),
                                original("text " + path.replace(".md", "")).sha256())
                        .map(Version::id)
                        .orElseThrow())
                .orElseThrow()
                .id());
    }

    @Test
    void a_worker_that_was_taken_for_dead_finds_its_step_no_longer_its_own() {
        upload(1);
        var work = works("0.md");
        var dead = begin(work);
        var other = begin(work);
        assertThat(ledger.<Boolean>write(
                        Caller.PROGRAM, transaction -> transaction.work().finish(dead)))
                .isFalse();
        assertThat(ledger.<Boolean>write(
                        Caller.PROGRAM, transaction -> transaction.work().finish(other)))
                .isTrue();
        assertThat(ledger.<Boolean>write(
                        Caller.PROGRAM, transaction -> transaction.work().finish(other)))
                .isFalse();
    }

    private Work begin(Id<Work> work) {
        return ledger.<Optional<Work>>write(
                        Caller.PROGRAM,
                        transaction -> transaction.work().begin(work, 9, _ -> new Work.Ending("x", "y")))
                .orElseThrow();
    }

    @Test
    void what_is_cancelled_while_it_is_worked_on_stores_nothing() {
        current("m1");
        var upload = upload(1);
        var begun = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        var steps = new TestingSteps(0);
        steps.on("0.md", Stage.EXTRACT, task -> {
            begun.countDown();
            await(cancelled);
            return steps.usual(task);
        });
        try (var jobs = Jobs.start(ledger, steps.steps(), QUICK, "testing")) {
            jobs.wake();
            await(begun);
            assertThat(ledger.<Integer>write(
                            ADA, transaction -> transaction.uploads().cancel(upload)))
                    .isEqualTo(1);
            cancelled.countDown();
        }
        assertThat(stages(upload)).containsExactly("CANCELLED");
        assertThat(ledger.<Boolean>read(transaction -> transaction
                        .artifacts()
                        .isReferred(original("made at EXTRACT").sha256())))
                .isFalse();
    }

    @Test
    void an_attempt_that_the_disk_stood_in_the_way_of_does_not_count() {
        upload(1);
        var work = works("0.md");
        var begun = begin(work);
        var steps = new TestingSteps(0);
        var refused = new CountDownLatch(3);
        steps.on("0.md", Stage.EXTRACT, _ -> {
            refused.countDown();
            throw new Unavailable(Unavailable.Reason.NO_SPACE, "the disk is full", new IllegalStateException());
        });
        ledger.<Boolean>write(Caller.PROGRAM, transaction -> transaction.work().giveBack(begun));
        var worker = new Worker(ledger, steps.steps(), QUICK);
        while (refused.getCount() > 0)
            assertThatThrownBy(() -> worker.work(work)).isInstanceOf(Unavailable.class);
        assertThat(ledger.<Optional<Work>>read(transaction -> transaction.work().find(work))
                        .orElseThrow())
                .isEqualTo(new Work(work, begun.version(), Optional.empty(), Stage.EXTRACT, 0, begun.ending()));
    }

    @Test
    void a_new_run_scores_what_was_read_without_reading_it_again_and_only_then_takes_over() {
        current("m1");
        var upload = upload(3);
        var steps = new TestingSteps(3);
        work(steps, steps.scored());
        var next = run(ledger, decisions, "m2");
        ledger.act(ADA, transaction -> transaction.work().scoreAll(next));
        ledger.act(ADA, transaction -> transaction.work().scoreAll(next));
        var again = new TestingSteps(3);
        work(again, again.scored());
        assertThat(again.calls().keySet()).containsExactlyInAnyOrder("0.md SCORE", "1.md SCORE", "2.md SCORE");
        assertThat(ledger.<Map<Stage, Long>>read(
                        transaction -> transaction.work().progress(decisions.id(), Optional.of(next))))
                .isEqualTo(Map.of(Stage.DONE, 3L));
        ledger.act(ADA, transaction -> transaction.runs().makeCurrent(next));
        assertThat(stages(upload)).containsOnly("DONE");
    }

    @Test
    void what_a_killed_process_had_under_way_is_taken_up_and_done() throws Exception {
        current("m1");
        var upload = upload(2);
        try (var process = WorkingProcess.start(database)) {
            process.killWhenWorking();
        }
        var steps = new TestingSteps(2);
        work(steps, steps.scored());
        assertThat(stages(upload)).containsExactly("INDEX", "INDEX");
        assertThat(steps.attempts()).contains(2);
    }

    @Test
    void somebody_who_waits_comes_before_many_for_whom_nobody_does() {
        for (var i = 0; i < 3; i++) {
            var number = i;
            ledger.act(
                    ADA,
                    transaction -> transaction
                            .documents()
                            .add(Ledgers.arrival(decisions, "bulk " + number, "bulk " + number), Priority.BULK));
        }
        added(ledger, decisions, "urgent", "urgent");
        var steps = new TestingSteps(0);
        var through = new CountDownLatch(4);
        for (var path : List.of("bulk 0", "bulk 1", "bulk 2", "urgent"))
            steps.on(path, Stage.STRUCTURE, task -> {
                through.countDown();
                return steps.usual(task);
            });
        var one = new JobSettings(1, 2, 2, QUICK.polling(), QUICK.heartbeat(), QUICK.patience());
        try (var jobs = Jobs.start(ledger, steps.steps(), one, "testing")) {
            jobs.wake();
            await(through);
        }
        assertThat(steps.order().getFirst()).isEqualTo("urgent EXTRACT");
    }

    @Test
    void the_queue_says_how_much_waits() {
        upload(3);
        assertThat(ledger.<Long>read(transaction -> transaction.work().queue().documents()))
                .isEqualTo(3);
        assertThat(ledger.<Long>read(transaction -> transaction.work().queue().bytes()))
                .isEqualTo(3L * "text 0".length());
    }

    static Artifacts.Kind kind(Stage stage) {
        return switch (stage) {
            case EXTRACT -> Artifacts.Kind.EXTRACTION;
            case STRUCTURE -> Artifacts.Kind.STRUCTURE;
            case SCORE, INDEX, DONE, FAILED, CANCELLED -> Artifacts.Kind.VECTORS;
        };
    }
}
