package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Wiring;
import dev.touchstone.web.http.Server;
import dev.touchstone.web.json.DocumentId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    /** Ten words each, so that it is half as long again as what is looked at. */
    private static final int BOOK_LINES = 30_000;

    private static final String BEGINNING =
            "scored on its first [\\d,]+ sentences \\(1\\d\\d,\\d\\d\\d words\\); what comes after 200,000 words is not looked at";
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

    /** Goal B9. */
    @Test
    void a_book_without_end_is_scored_on_its_beginning_and_says_so_wherever_it_is_seen() throws Exception {
        var folder = new HomeFolder(temporary.resolve("home"));
        try (var parts = Wiring.open()) {
            Archive.make(folder, file("charter.yaml", CHARTER), parts);
            var engine = parts.engine(Optional.empty(), Optional.empty(), Optional.empty());
            try (var archive = Archive.open(folder, parts, engine, JOBS, "test")) {
                var home = archive.seenBy(Viewer.local("1"));
                var book = IntStream.range(0, BOOK_LINES)
                                .mapToObj("Lamp %d stands on the pier and is painted green."::formatted)
                                .collect(Collectors.joining("\n\n"))
                        + "\n\nThe xylophone is cheaper, and so we spend less on it.\n";
                var job = home.submit("", List.of(upload("book.md", book)));

                assertThat(finished(home, job).items())
                        .extracting(Job.Item::state)
                        .containsOnly(Job.State.DONE);
                var entry = home.audit().entries().getFirst();
                var audited = (Audited) entry.outcome();
                assertThat(audited.isPartial()).isTrue();
                assertThat(audited.limits()).singleElement(STRING).matches(BEGINNING);
                // The first sentence is looked at, the last is not.
                assertThat(audited.references())
                        .isNotEmpty()
                        .allMatch(reference -> reference.evidence().span().end() < 1_000);
                assertThat(audited.extent().sentences()).isLessThan(BOOK_LINES);
                try (var server = new Server(home, "127.0.0.1", 0)) {
                    var service = "http://127.0.0.1:" + server.start().getPort();
                    var id = DocumentId.of(entry.path());
                    for (var address : List.of("/documents/" + id, "/files", "/api/v1/documents/" + id))
                        assertThat(get(service + address)).contains("scored on its first ");
                    assertThat(get(service + "/api/v1/documents")).contains("\"outcome\": \"partial\"");
                }
            }
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
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
