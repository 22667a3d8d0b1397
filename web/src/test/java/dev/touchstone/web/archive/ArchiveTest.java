package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.audit.Least;
import dev.touchstone.auditor.audit.Marginals.Tally;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final JobSettings QUICK =
            new JobSettings(2, 2, 4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20));
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    @TempDir
    private Path temporary;

    private final TestingParts parts = new TestingParts();
    private HomeFolder folder;

    @BeforeEach
    void makeHome() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        Archive.make(folder, file("charter.yaml", CHARTER), parts);
    }

    @Test
    void an_upload_is_scored_into_the_audit_the_texts_and_the_index() {
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local("1"));
            var job = home.submit("", List.of(upload("plan.md", "We tell all.\n"), upload("cost.md", "UNREADABLE")));
            assertThat(job.items()).extracting(Job.Item::name).containsExactly("plan.md", "cost.md");

            assertThat(finished(home, job).items())
                    .containsExactly(
                            new Job.Item("plan.md", State.DONE, "uploads/plan.md", false, ""),
                            new Job.Item("cost.md", State.FAILED, "uploads/cost.md", false, "it cannot be read"));
            assertThat(home.audit().entries())
                    .extracting(Entry::path)
                    .containsExactly("uploads/cost.md", "uploads/plan.md");
            assertThat(home.audit().summary().values().getFirst().decisionsAtWork())
                    .isEqualTo(1);
            assertThat(parts.indexed()).containsExactly("uploads/plan.md");
            var plan = home.audit().entries().getLast();
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
        Job shown;
        List<Entry> entries;
        try (var first = open()) {
            var home = first.seenBy(Viewer.local("1"));
            shown = finished(home, home.submit("", List.of(upload("plan.md", "We tell all.\n"))));
            entries = home.audit().entries();
        }

        try (var second = open()) {
            var home = second.seenBy(Viewer.local("2"));
            assertThat(home.audit().entries()).isEqualTo(entries);
            assertThat(home.job(shown.id())).contains(shown);
        }
    }

    @Test
    void the_same_bytes_again_are_the_same_entry_and_say_so() {
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local("1"));
            var first = finished(home, home.submit("", List.of(upload("plan.md", "We tell all.\n"))));
            var again = finished(
                    home,
                    home.submit("", List.of(upload("copy.md", "We tell all.\n"), upload("copy.md", "We tell all.\n"))));

            assertThat(home.audit().entries()).hasSize(1);
            assertThat(first.items().getFirst().message()).isEmpty();
            assertThat(again.items())
                    .containsOnly(new Job.Item(
                            "copy.md",
                            State.DONE,
                            "uploads/plan.md",
                            true,
                            "the same bytes are in the audit already, as uploads/plan.md"))
                    .hasSize(2);
        }
    }

    @Test
    void two_documents_of_one_name_are_two_entries_and_a_path_that_is_asked_for_gets_a_new_version() {
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local("1"));
            finished(
                    home,
                    home.submit(
                            "", List.of(upload("plan.md", "We tell all.\n"), upload("plan.md", "We tell more.\n"))));
            var newer = new Home.Upload("plan.md", sent("Nothing.\n"), "uploads/plan.md", "", List.of());
            finished(home, home.submit("", List.of(newer)));

            assertThat(home.audit().entries())
                    .extracting(Entry::path)
                    .containsExactly("uploads/plan (2).md", "uploads/plan.md");
            assertThat(home.audit().summary().values().getFirst().decisionsAtWork())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_fault_of_the_program_fails_one_upload_and_not_the_next() {
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local("1"));
            var job = home.submit("", List.of(upload("bug.md", "BUG"), upload("plan.md", "We tell all.\n")));

            assertThat(finished(home, job).items())
                    .extracting(Job.Item::state)
                    .containsExactly(State.FAILED, State.DONE);
            assertThat(home.audit().entries()).hasSize(2);
            assertThat(home.audit().entries().getFirst().outcome())
                    .isEqualTo(new Failed("an internal error; the log has the details"));
        }
    }

    @Test
    void a_first_upload_after_which_the_program_ended_at_once_is_scored_at_the_next_start() throws IOException {
        try (var ledger = parts.ledger(folder.ledger())) {
            var stores = Stores.open(folder, ledger);
            var main = ledger.read(transaction -> transaction.collections().find(HomeFolder.MAIN))
                    .orElseThrow();
            new Filing(stores, parts.bounds())
                    .submit(Viewer.local("1").caller(), main, List.of(upload("plan.md", "We tell all.\n")));
        }

        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local("2"));
            for (var left = 200; left > 0 && home.audit().entries().isEmpty(); left--)
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            assertThat(home.audit().entries()).extracting(Entry::path).containsExactly("uploads/plan.md");
        }
    }

    @Test
    void a_second_writer_is_refused_until_the_first_one_ends() {
        var first = open();
        assertThatThrownBy(this::open)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path()
                        + ": another touchstone (serve, ingest or audit) writes to this home; stop it first");

        first.close();

        open().close();
    }

    @Test
    void a_folder_joins_what_is_there_and_other_bytes_at_a_path_are_a_new_version() throws IOException {
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local(""));
            archive.ingest(
                    "records", sources("a/1.md", "We tell all.\n", "b/2.md", "It has its cost.\n"), Progress.NONE);
            archive.ingest("records", sources("b/2.md", "Nothing.\n", "c/3.md", "UNREADABLE"), Progress.NONE);

            assertThat(home.audit().entries()).extracting(Entry::path).containsExactly("a/1.md", "b/2.md", "c/3.md");
            assertThat(home.audit().summary().decisions()).isEqualTo(2);
            assertThat(home.audit().summary().values().getLast().decisionsAtWork())
                    .isZero();
            assertThat(parts.indexed()).containsExactly("a/1.md", "b/2.md");
        }
    }

    @Test
    void files_that_are_not_taken_are_listed_with_the_reason() throws IOException {
        try (var archive = open()) {
            archive.ingest(
                    "records", sources("a/1.md", "We tell all.\n", "a/copy.md", "We tell all.\n"), Progress.NONE);

            assertThat(archive.seenBy(Viewer.local("")).audit().skipped())
                    .containsExactly(new Skipped("a/copy.md", "the same bytes as a/1.md"));
        }
    }

    @Test
    void other_metadata_for_the_same_bytes_count_from_now_on() throws IOException {
        try (var archive = open()) {
            var file = sent("We tell all.\n");
            for (var team : List.of("harbour", "office")) {
                var fields = List.of(new Field("team", team, Field.Origin.MANIFEST));
                archive.ingest(
                        "records",
                        new Sources(List.of(new Source("a/1.md", file, fields)), List.of(), List.of()),
                        Progress.NONE);
                var audited = (Audited) archive.seenBy(Viewer.local(""))
                        .audit()
                        .entries()
                        .getFirst()
                        .outcome();
                assertThat(audited.metadata().team()).isEqualTo(team);
            }
        }
    }

    @Test
    void what_repeats_across_a_folder_counts_once_all_of_it_has_been_read() throws IOException {
        try (var archive = open()) {
            archive.ingest(
                    "records",
                    sources(
                            "a/1.md",
                            "We tell all.\nOne.\n",
                            "a/2.md",
                            "We tell all.\nTwo.\n",
                            "a/3.md",
                            "We tell all.\nThree.\n"),
                    Progress.NONE);

            assertThat(archive.seenBy(Viewer.local("")).audit().entries())
                    .allSatisfy(entry -> assertThat(((Audited) entry.outcome()).references())
                            .allMatch(reference -> reference.boilerplate()));
        }
    }

    @Test
    void the_audit_does_not_depend_on_how_many_threads_there_are_or_on_the_order_of_arrival() throws IOException {
        var texts = new ArrayList<String>();
        for (var number = 0; number < 30; number++) {
            texts.add("team-%d/%d.md".formatted(number % 3, number));
            texts.add("We tell all.\nIt has its cost: %d.\n".formatted(number));
        }
        var audits = new ArrayList<String>();
        for (var threads : List.of(1, 4)) {
            var other = new HomeFolder(temporary.resolve("home-" + threads));
            Archive.make(other, file("charter.yaml", CHARTER), parts);
            var settings = new JobSettings(threads, 2, 4, QUICK.polling(), QUICK.heartbeat(), QUICK.patience());
            try (var archive = Archive.open(other, parts, TestingEngine.engine(), settings, "test")) {
                archive.ingest("records", sources(texts.toArray(String[]::new)), Progress.NONE);
                audits.add(Json.text(
                        AuditWriter.form(archive.seenBy(Viewer.local("")).audit())));
            }
        }

        assertThat(audits.getFirst()).isEqualTo(audits.getLast()).contains("team-2/29.md");
    }

    @Test
    void a_new_charter_takes_the_place_of_the_old_one_when_all_is_scored_against_it() throws IOException {
        try (var archive = open()) {
            archive.ingest("records", sources("a/1.md", "We tell all.\n", "b/2.md", "It is safe.\n"), Progress.NONE);
            var next = CHARTER.replace("version: 1", "version: 2").replace("terms: [cost]", "terms: [safe]");

            archive.rescore(Optional.of(file("charter-2.yaml", next)), Progress.NONE);

            var audit = archive.seenBy(Viewer.local("")).audit();
            assertThat(audit.charter().version()).isEqualTo(2);
            assertThat(audit.summary().values().getLast().decisionsAtWork()).isEqualTo(1);
        }
    }

    @Test
    void a_folder_and_a_new_charter_reach_a_home_that_is_being_served() throws IOException {
        try (var _ = open();
                var intake = Intake.open(folder, parts, TestingEngine.engine())) {
            assertThat(intake).isInstanceOf(ServedHome.class);
            intake.ingest("records", sources("a/1.md", "We tell all.\n", "b/2.md", "It is safe.\n"), Progress.NONE);
            assertThat(intake.everything().entries()).extracting(Entry::path).containsExactly("a/1.md", "b/2.md");
            var next = CHARTER.replace("version: 1", "version: 2").replace("terms: [cost]", "terms: [safe]");

            intake.rescore(Optional.of(file("charter-2.yaml", next)), Progress.NONE);

            var summary = intake.everything().summary();
            assertThat(summary.values().getLast().decisionsAtWork()).isEqualTo(1);
        }
    }

    @Test
    void who_gave_work_to_a_service_that_ended_is_told_and_it_is_done_when_it_starts_again() throws IOException {
        var archive = open();
        try (var intake = Intake.open(folder, parts, TestingEngine.engine())) {
            archive.close();
            var sources = sources("a/1.md", "We tell all.\n");
            assertThatThrownBy(() -> intake.ingest("records", sources, Progress.NONE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("the service of this home has ended");
        }
        try (var again = Intake.open(folder, parts, TestingEngine.engine())) {
            assertThat(again).isInstanceOf(Archive.class);
            again.rescore(Optional.empty(), Progress.NONE);
            assertThat(again.everything().entries()).extracting(Entry::path).containsExactly("a/1.md");
        }
    }

    @Test
    void a_service_with_another_model_is_given_no_work() throws IOException {
        try (var archive = open()) {
            archive.ingest("records", sources("a/1.md", "We tell all.\n"), Progress.NONE);
            var other = TestingEngine.calling("testing 2");
            assertThatThrownBy(() -> Intake.open(folder, parts, other))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("scores with another model");
        }
    }

    @Test
    void a_home_without_documents_can_be_rescored() {
        try (var archive = open()) {
            archive.rescore(
                    Optional.empty(), (stage, done, total) -> assertThat(total).isPositive());

            assertThat(archive.seenBy(Viewer.local("")).audit().entries()).isEmpty();
        }
    }

    @Test
    void a_charter_of_another_organisation_or_another_one_with_the_same_version_is_refused() throws IOException {
        try (var archive = open()) {
            var others = file("other.yaml", CHARTER.replace("Harbour Pilots", "Tugs"));
            assertThatThrownBy(() -> archive.rescore(Optional.of(others), Progress.NONE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("this is the charter of Tugs, and the home is that of Harbour Pilots");
            var changed = file("changed.yaml", CHARTER.replace("Candour", "Frankness"));
            assertThatThrownBy(() -> archive.rescore(Optional.of(changed), Progress.NONE))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("give it a new version");
        }
    }

    @Test
    void who_is_not_a_member_of_a_confidential_collection_finds_nothing_of_it() throws IOException {
        try (var archive = open()) {
            var members = archive.ledger().write(Viewer.local("").caller(), transaction -> {
                var board = transaction.collections().ensure("board", Access.CONFIDENTIAL);
                var member = transaction.users().add("ada", "Ada", Role.READER, Optional.empty());
                transaction.collections().addMember(board, member);
                return List.of(member, transaction.users().add("bob", "Bob", Role.READER, Optional.empty()));
            });
            archive.ingest("records", sources("a/1.md", "We tell all.\n"), Progress.NONE);
            archive.ingest("board", sources("a/1.md", "It has its cost.\n"), Progress.NONE);
            var caller = Viewer.local("").caller();
            var ada = archive.seenBy(
                    new Viewer(caller, Optional.of(members.getFirst().id())));
            var bob = archive.seenBy(
                    new Viewer(caller, Optional.of(members.getLast().id())));

            assertThat(ada.audit().entries()).extracting(Entry::path).containsExactly("board:a/1.md", "a/1.md");
            assertThat(bob.audit().entries()).extracting(Entry::path).containsExactly("a/1.md");
            var secret = ada.audit().entries().getFirst().sha256();
            assertThat(ada.text(secret)).contains("It has its cost.\n");
            assertThat(bob.text(secret)).isEmpty();
            assertThatThrownBy(() -> bob.submit("board", List.of(upload("x.md", "We tell.\n"))))
                    .hasMessage("collection: there is no collection board that you may add to");
            var job = ada.submit("board", List.of(upload("x.md", "We tell.\n")));
            assertThat(bob.job(job.id())).isEmpty();
            assertThat(bob.cancel(job.id())).isEmpty();
            assertThat(finished(ada, job).finished()).isTrue();
        }
    }

    @Test
    void how_many_people_wrote_decisions_is_known_from_hashes_that_are_shown_nowhere() throws IOException {
        var texts = new ArrayList<String>();
        for (var number = 0; number < 10; number++) {
            texts.add("%s/%d.md".formatted(number < 5 ? "core" : "edge", number));
            texts.add("We tell all, %d.\nauthor: %s\n"
                    .formatted(number, number < 5 ? List.of("Ann", "ann ").get(number % 2) : "Bo" + number));
        }
        try (var archive = open()) {
            archive.ingest("records", sources(texts.toArray(String[]::new)), Progress.NONE);
            var audit = archive.seenBy(Viewer.local("")).audit().with(new Least(5, 2));

            var authors = audit.entries().stream()
                    .flatMap(entry -> ((Audited) entry.outcome()).metadata().authors().stream())
                    .distinct()
                    .toList();
            assertThat(authors).hasSize(6).allMatch(author -> author.matches("[0-9a-f]{16}"));
            assertThat(audit.with(new Least(5, 1)).byTeam().rows().getFirst().tallies())
                    .hasOnlyElementsOfType(Tally.Shown.class);
            assertThat(audit.byTeam().rows().getFirst().tallies().getFirst()).isEqualTo(new Tally.TooFew("core"));
            assertThat(Json.text(AuditWriter.form(audit))).doesNotContain(authors.toArray(String[]::new));
            assertThat(Json.text(AuditWriter.form(audit))).doesNotContain("\"Ann\"", "\"Bo5\"");
        }
    }

    @Test
    void a_home_is_made_once_for_one_charter() throws IOException {
        assertThat(Archive.make(folder, file("charter.yaml", CHARTER), parts)).isFalse();
        var other = file("charter.yaml", CHARTER.replace("Candour", "Frankness"));
        assertThatThrownBy(() -> Archive.make(folder, other, parts))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("this home has another charter than");

        assertThatThrownBy(() -> Archive.make(new HomeFolder(temporary), other, parts))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is no home and not empty");
        assertThatThrownBy(() -> new HomeFolder(temporary.resolve("nowhere")).check())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no home here; make one with: touchstone init");
        Files.writeString(folder.path().resolve("home.yaml"), "version: 99\n");
        assertThatThrownBy(folder::check).hasMessageContaining("made by a newer touchstone; use that one");
        Files.writeString(folder.path().resolve("home.yaml"), "version: 1\n");
        assertThatThrownBy(folder::check).hasMessageContaining("before there was a ledger; make a new one");
    }

    @Test
    void only_what_is_in_the_audit_has_a_text() throws IOException {
        Files.writeString(folder.path().resolve("secret.txt"), "secret");
        try (var archive = open()) {
            var home = archive.seenBy(Viewer.local(""));
            assertThat(home.text("../secret")).isEmpty();
            assertThat(home.text("0".repeat(64))).isEmpty();
            assertThat(home.job("../secret")).isEmpty();
        }
    }

    private Archive open() {
        return Archive.open(folder, parts, TestingEngine.engine(), QUICK, "test");
    }

    /** Looks until a job has come to its end. */
    private static Job finished(Home home, Job job) {
        for (var left = 600; left > 0; left--) {
            var now = home.job(job.id()).orElseThrow();
            if (now.finished()) return now;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the job does not end: " + home.job(job.id()));
    }

    private Sources sources(String... pathsAndTexts) throws IOException {
        var sources = new ArrayList<Source>();
        for (var i = 0; i < pathsAndTexts.length; i += 2)
            sources.add(new Source(pathsAndTexts[i], sent(pathsAndTexts[i + 1]), List.of()));
        return new Sources(sources, List.of(), List.of());
    }

    private Home.Upload upload(String name, String text) {
        return new Home.Upload(name, sent(text));
    }

    private Path sent(String text) {
        try {
            return Files.writeString(Files.createTempFile(temporary, "sent", ""), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }
}
