package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal B8: texts without the ends that parts of the program look for, with the real parts: readers, models and index. */
@Tag("full")
class LongTextsTest {
    private static final JobSettings JOBS =
            new JobSettings(1, 1, 4, Duration.ofMillis(100), Duration.ofMinutes(5), Duration.ofMinutes(5));
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - id: candour
                name: Candour
                statement: We say openly what is so, early, to everybody whom it concerns.
                terms: [candour, openly]
              - id: thrift
                name: Thrift
                statement: We spend the harbour's money as if it were our own.
                terms: [thrift, cheaper, cost]
            """;
    /** Longer than any term that an index of Lucene can hold. */
    private static final int LONG_TERM = 40_000;

    private static final int LINE = 1_000_000;
    private static final int WORDS = 100_000;
    private static final List<String> VOCABULARY =
            List.of("we", "weigh", "the", "cost", "of", "each", "lamp", "and", "say", "so", "openly");

    @TempDir
    private Path temporary;

    @Test
    void a_term_a_line_and_a_sentence_without_end_are_scored_and_found() throws IOException {
        var folder = new HomeFolder(temporary.resolve("home"));
        try (var parts = Wiring.open()) {
            Archive.make(folder, file("charter.yaml", CHARTER), parts);
            var engine = parts.engine(Optional.empty(), Optional.empty(), Optional.empty());
            try (var archive = Archive.open(folder, parts, engine, JOBS, "test")) {
                var home = archive.seenBy(Viewer.local("1"));
                var term = "7".repeat(LONG_TERM);
                var line = "a lamp (of the pier) - 7: ".repeat(LINE / 26 + 1);
                var sentence = IntStream.range(0, WORDS)
                        .mapToObj(word -> VOCABULARY.get(word * 7 % VOCABULARY.size()))
                        .collect(Collectors.joining(" "));
                var job = home.submit(
                        "", List.of(upload("term.md", term), upload("line.md", line), upload("sentence.md", sentence)));

                assertThat(finished(home, job).items())
                        .extracting(Job.Item::state)
                        .containsOnly(Job.State.DONE);
                assertThat(home.audit().entries()).hasSize(3).allSatisfy(entry -> {
                    assertThat(entry.outcome()).isInstanceOf(Audited.class);
                    assertThat(((Audited) entry.outcome()).references()).isNotEmpty();
                });
                assertThat(documents(home, "cheaper")).isEqualTo(3);
                assertThat(documents(home, "title:sentence AND openly")).isEqualTo(1);
                assertThat(documents(home, "title:line AND pier")).isEqualTo(1);
                assertThat(documents(home, "title:term AND 7777*")).isEqualTo(1);
            }
        }
    }

    private static int documents(Home home, String text) {
        return home.search(new SearchQuery(text, Map.of(), Days.ANY, 0, 10)).documents();
    }

    private static Job finished(Home home, Job job) {
        for (var left = 6_000; left > 0; left--) {
            var now = home.job(job.id()).orElseThrow();
            if (now.finished()) return now;
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the job does not end: " + home.job(job.id()));
    }

    private Home.Upload upload(String name, String text) throws IOException {
        return new Home.Upload(name, file(name, """
                # %s

                ## Decision

                We buy plain lamps, because they are cheaper and do the same work.

                %s
                """.formatted(name.replace(".md", ""), text)));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(temporary.resolve(name), text);
    }
}
