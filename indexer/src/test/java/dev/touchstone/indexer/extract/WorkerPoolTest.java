package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tika's MockParser, which is on the workers' class path in tests only, does on demand what hostile files do. */
class WorkerPoolTest {
    @TempDir
    private Path folder;

    @Test
    void a_file_that_hangs_ends_at_the_deadline_and_the_next_is_read() throws IOException {
        try (var pool = pool(Duration.ofSeconds(5))) {
            assertThat(read(pool, "before.md", "# Before")).isInstanceOf(Extracted.class);
            assertThat(read(
                            pool,
                            "hang.xml",
                            "<mock><hang millis=\"60000\" heavy=\"false\" interruptible=\"false\"/></mock>"))
                    .isEqualTo(new Unreadable("reading took longer than 5 seconds and was stopped"));
            assertThat(read(pool, "after.md", "# After")).isInstanceOf(Extracted.class);
        }
    }

    @Test
    void a_file_that_ends_or_exhausts_its_reader_costs_itself_only() throws IOException {
        try (var pool = pool(Duration.ofSeconds(60))) {
            assertThat(read(pool, "exit.xml", "<mock><system_exit/></mock>"))
                    .isEqualTo(new Unreadable("the file crashed its reader"));
            assertThat(read(pool, "after.md", "# After")).isInstanceOf(Extracted.class);
            assertThat(read(pool, "memory.xml", "<mock><oom/></mock>"))
                    .isEqualTo(new Unreadable("reading needs more memory than is allowed for one file"));
            assertThat(read(pool, "after.md", "# After")).isInstanceOf(Extracted.class);
        }
    }

    @Test
    void a_parser_that_prints_or_leaves_the_interrupt_flag_set_disturbs_nothing() throws IOException {
        try (var pool = pool(Duration.ofSeconds(60))) {
            assertThat(text(read(
                            pool,
                            "prints.xml",
                            "<mock><print_out>%s</print_out><print_err>x</print_err><write element=\"p\">kept</write></mock>"
                                    .formatted("flood ".repeat(100)))))
                    .isEqualTo("kept");
            assertThat(read(pool, "interrupt.xml", "<mock><thread_interrupt/><write element=\"p\">x</write></mock>"))
                    .isInstanceOf(Extracted.class);
            assertThat(text(read(pool, "after.md", "# After"))).isEqualTo("After");
        }
    }

    @Test
    void a_fault_after_some_text_keeps_the_text_and_says_so() throws IOException {
        try (var pool = pool(Duration.ofSeconds(60))) {
            var extraction = read(
                    pool,
                    "fault.xml",
                    "<mock><write element=\"p\">before</write><throw class=\"java.io.IOException\">secret detail</throw></mock>");
            assertThat(text(extraction)).isEqualTo("before");
            assertThat(((Extracted) extraction).limits()).hasSize(1).noneMatch(limit -> limit.contains("secret"));
            assertThat(
                            read(
                                    pool,
                                    "locked.xml",
                                    "<mock><throw class=\"org.apache.tika.exception.EncryptedDocumentException\">x</throw></mock>"))
                    .isEqualTo(new Unreadable(Faults.PROTECTED));
        }
    }

    @Test
    void a_worker_has_an_empty_environment_and_its_folder_is_wiped() throws IOException {
        var workers = folder.resolve("workers");
        try (var pool = pool(Duration.ofSeconds(60))) {
            assertThat(read(pool, "a.md", "# A")).isInstanceOf(Extracted.class);
            var children = ProcessHandle.current().children().toList();
            assertThat(children).isNotEmpty();
            for (var child : children) {
                var environment = Path.of("/proc/" + child.pid() + "/environ");
                if (Files.isReadable(environment))
                    assertThat(Files.readAllBytes(environment)).isEmpty();
            }
        }
        try (var left = Files.list(workers)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_missing_an_empty_and_a_huge_file_have_a_reason() throws IOException {
        try (var pool = pool(Duration.ofSeconds(60))) {
            assertThat(pool.extract(new Source("none", folder.resolve("none"), List.of())))
                    .isEqualTo(new Unreadable("the file cannot be opened"));
            assertThat(read(pool, "empty.md", "")).isEqualTo(new Unreadable("the file is empty"));
            var huge = folder.resolve("huge.bin");
            try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
                file.setLength(60L * 1024 * 1024);
            }
            assertThat(pool.extract(new Source("huge.bin", huge, List.of())))
                    .isEqualTo(new Unreadable("the file is larger than 50 MB"));
        }
    }

    private WorkerPool pool(Duration deadline) {
        return new WorkerPool(
                WorkerSettings.usual(folder.resolve("workers")).withWorkers(1).withDeadline(deadline));
    }

    private Extraction read(WorkerPool pool, String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, name.endsWith(".xml") ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text : text);
        return pool.extract(new Source(name, file, List.of()));
    }

    private static String text(Extraction extraction) {
        return ((Extracted) extraction).content().text();
    }
}
