package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHomeTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    @TempDir
    private Path temporary;

    private final TestingIndex index = new TestingIndex();
    private HomeFolder folder;

    @BeforeEach
    void makeHome() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        folder.create(file("charter.yaml", CHARTER));
    }

    @Test
    void an_upload_is_scored_into_the_audit_the_texts_and_the_index() {
        var worker = worker();
        try (var home = open(worker)) {
            var job = home.submit(List.of(upload("plan.md", "We tell all.\n"), upload("cost.md", "UNREADABLE")));
            assertThat(job.items()).extracting(Job.Item::name).containsExactly("plan.md", "cost.md");

            finished(worker);

            assertThat(home.job(job.id()))
                    .contains(new Job(
                            job.id(),
                            List.of(
                                    new Job.Item("plan.md", State.DONE, "uploads/plan.md", ""),
                                    new Job.Item("cost.md", State.FAILED, "uploads/cost.md", "it cannot be read"))));
            assertThat(home.audit().entries())
                    .extracting(Entry::path)
                    .containsExactly("uploads/plan.md", "uploads/cost.md");
            assertThat(home.audit().summary().values().getFirst().decisionsAtWork())
                    .isEqualTo(1);
            assertThat(index.paths()).containsExactly("uploads/plan.md");
            var plan = home.audit().entries().getFirst();
            assertThat(home.text(plan.sha256())).contains("We tell all.\n");
            assertThat(((Audited) plan.outcome())
                            .references()
                            .getFirst()
                            .evidence()
                            .quote())
                    .isEqualTo("We tell all.");
        }
    }

    @Test
    void what_was_done_is_there_when_the_home_is_opened_again() {
        var worker = worker();
        var first = open(worker);
        var job = first.submit(List.of(upload("plan.md", "We tell all.\n")));
        finished(worker);
        var audit = first.audit();
        var shown = first.job(job.id());
        first.close();

        try (var second = open(worker())) {
            assertThat(second.audit()).isEqualTo(audit);
            assertThat(second.job(job.id())).isEqualTo(shown);
        }
    }

    @Test
    void the_same_bytes_again_are_the_same_entry_and_say_so() {
        var worker = worker();
        try (var home = open(worker)) {
            var first = home.submit(List.of(upload("plan.md", "We tell all.\n")));
            finished(worker);
            var again = home.submit(List.of(upload("copy.md", "We tell all.\n"), upload("copy.md", "We tell all.\n")));
            finished(worker);

            assertThat(home.audit().entries()).hasSize(1);
            assertThat(home.job(first.id()).orElseThrow().items().getFirst().message())
                    .isEmpty();
            assertThat(home.job(again.id()).orElseThrow().items())
                    .containsOnly(new Job.Item(
                            "copy.md",
                            State.DONE,
                            "uploads/plan.md",
                            "the same bytes are in the audit already, as uploads/plan.md"))
                    .hasSize(2);
        }
    }

    @Test
    void two_documents_of_one_name_are_two_entries() {
        var worker = worker();
        try (var home = open(worker)) {
            home.submit(List.of(upload("plan.md", "We tell all.\n"), upload("../plan.md", "We tell more.\n")));
            finished(worker);

            assertThat(home.audit().entries())
                    .extracting(Entry::path)
                    .containsExactly("uploads/plan.md", "uploads/plan (2).md");
        }
    }

    @Test
    void an_upload_that_was_kept_but_not_scored_is_taken_up_at_the_next_start() throws IOException {
        var stopped = kept(State.READING, 1);

        var worker = worker();
        try (var home = open(worker)) {
            finished(worker);

            assertThat(home.audit().entries()).extracting(Entry::path).containsExactly("uploads/plan.md");
            assertThat(folder.uploads().find(stopped.sha256()).orElseThrow().attempts())
                    .isEqualTo(2);
        }
    }

    @Test
    void an_upload_that_ended_the_program_twice_fails_and_is_not_tried_again() throws IOException {
        kept(State.READING, 2);

        var worker = worker();
        try (var home = open(worker)) {
            finished(worker);

            assertThat(home.audit().entries().getFirst().outcome())
                    .isEqualTo(new Failed("reading it ended the program twice; it is not tried again"));
            assertThat(index.paths()).isEmpty();
        }
    }

    @Test
    void a_fault_of_the_program_fails_one_upload_and_not_the_next() {
        var worker = worker();
        try (var home = open(worker)) {
            var job = home.submit(List.of(upload("bug.md", "BUG"), upload("plan.md", "We tell all.\n")));
            finished(worker);

            assertThat(home.job(job.id()).orElseThrow().items())
                    .extracting(Job.Item::state)
                    .containsExactly(State.FAILED, State.DONE);
            assertThat(home.audit().entries()).hasSize(2);
        }
    }

    @Test
    void a_second_writer_is_refused_until_the_first_one_ends() {
        var first = open(worker());
        assertThatThrownBy(() -> open(worker()))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path()
                        + ": another touchstone (serve, ingest or audit) writes to this home; stop it first");

        first.close();

        open(worker()).close();
    }

    @Test
    void a_collection_joins_what_is_there_and_replaces_what_has_the_same_path() throws IOException {
        try (var home = open(worker())) {
            home.ingest(auditing("a/1.md", "We tell all.\n", "b/2.md", "It has its cost.\n"), Sink.NONE, Progress.NONE);
            home.ingest(auditing("b/2.md", "Nothing.\n", "c/3.md", "UNREADABLE"), Sink.NONE, Progress.NONE);

            assertThat(home.audit().entries()).extracting(Entry::path).containsExactly("a/1.md", "b/2.md", "c/3.md");
            assertThat(home.audit().summary().decisions()).isEqualTo(2);
            assertThat(home.audit().summary().values().getLast().decisionsAtWork())
                    .isZero();
            assertThat(index.paths()).containsExactly("a/1.md", "b/2.md");
            assertThat(folder.audit()).contains(home.audit());
        }
    }

    @Test
    void an_interrupted_ingest_is_told_and_can_be_run_again() throws IOException {
        Files.writeString(folder.unfinished(), "");

        assertThatThrownBy(() -> open(worker()))
                .hasMessage(folder.path() + ": the last ingest was interrupted; run it again");
        try (var home = FolderHome.locked(folder, TestingEngine.engine(), index)) {
            home.ingest(auditing("a/1.md", "We tell all.\n"), Sink.NONE, Progress.NONE);
        }
        open(worker()).close();
    }

    @Test
    void a_home_is_made_once_for_one_charter() throws IOException {
        folder.create(file("charter.yaml", CHARTER));
        var other = file("charter.yaml", CHARTER.replace("Candour", "Frankness"));
        assertThatThrownBy(() -> folder.create(other))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this home has another charter than");

        assertThatThrownBy(() -> new HomeFolder(temporary).create(other))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no home and not empty");
        assertThatThrownBy(() -> new HomeFolder(temporary.resolve("nowhere")).check())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no home here; make one with: touchstone init");
        Files.writeString(folder.path().resolve("home.yaml"), "version: 99\n");
        assertThatThrownBy(folder::check).hasMessageContaining("made by a newer touchstone; use that one");
    }

    @Test
    void only_a_hash_is_the_name_of_a_text() throws IOException {
        Files.writeString(folder.path().resolve("secret.txt"), "secret");
        try (var home = open(worker())) {
            assertThat(home.text("../secret")).isEmpty();
            assertThat(home.text("0".repeat(64))).isEmpty();
        }
    }

    private UploadRecord kept(State state, int attempts) throws IOException {
        var bytes = file("sent", "We tell all.\n");
        var upload = new UploadRecord(1, Sha256.of(bytes), "plan.md", "uploads/plan.md", state, attempts, "");
        folder.uploads().add(upload, bytes);
        return upload;
    }

    private Auditing auditing(String... pathsAndTexts) throws IOException {
        var sources = new ArrayList<Source>();
        for (var i = 0; i < pathsAndTexts.length; i += 2)
            sources.add(new Source(pathsAndTexts[i], file("source" + i, pathsAndTexts[i + 1]), List.of()));
        return new Auditing(folder.charter(), sources, List.of(), Scope.ALL);
    }

    private FolderHome open(ExecutorService worker) {
        return FolderHome.open(folder, TestingEngine.engine(), index, worker);
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor();
    }

    /** Tasks run in order: when one that does nothing is done, those before it are. */
    private static void finished(ExecutorService worker) {
        try {
            worker.submit(() -> {}).get();
        } catch (InterruptedException | ExecutionException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private Home.Upload upload(String name, String text) {
        try {
            var file = Files.createTempFile(temporary, "sent", "");
            Files.writeString(file, text);
            return new Home.Upload(name, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }
}
