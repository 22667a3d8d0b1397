package dev.touchstone.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.testing.LuceneParts;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Goal L5: what would cost too much is refused in words, over a real index; what is answered is answered whole. */
class CostlyQueriesTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;
    /** Words one letter away from each other, each in a passage of its own. */
    private static final int NEAR = 26 * 5;

    @TempDir
    private static Path temporary;

    private static Archive archive;
    private static TestingService service;

    @BeforeAll
    static void fill() throws IOException {
        var folder = new HomeFolder(temporary.resolve("home"));
        var parts = new LuceneParts();
        Archive.make(folder, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts);
        archive = Archive.open(folder, parts, TestingEngine.engine());
        var home = archive.seenBy(Viewer.local("1"));
        var text = new StringBuilder();
        for (var letter = 'a'; letter <= 'z'; letter++)
            for (var at = 1; at < 6; at++)
                text.append("harbour", 0, at)
                        .append(letter)
                        .append("harbour".substring(at + 1))
                        .append(" told\n");
        var job = home.submit(
                "", List.of(new Home.Upload("words.md", Files.writeString(temporary.resolve("words.md"), text))));
        while (!home.job(job.id()).orElseThrow().finished())
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        service = new TestingService(home).start();
    }

    @AfterAll
    static void close() {
        service.close();
        archive.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
        *harbour              § 1   §     § a star can only end a word
        *                     § 1   §     § a star needs letters before it
        /.*(a|a)*b/           § 1   §     § regular expressions are not searched for
        "a b"~1000000000      § 1   §     § the words of a phrase stand side by side
        told OR               § 300 § x   § more than 200 parts
        harbour~2 OR          § 30  § x   § more than 20 words with * or ~
        ha* OR                § 30  § x   § more than 20 words with * or ~
        (                     § 1900 § a  § more than 200 parts
        told OR               § 700 § x   § 4,000 are the most
        NOT                   § 250 § a   § more than 200 parts
        """)
    void a_costly_query_is_refused_with_the_remedy(String piece, int times, String end, String message)
            throws IOException {
        var query = (piece + " ").repeat(times).replace("( ", "(") + (end == null ? "" : end);
        var answer = service.get(
                "/api/v1/search?q=" + URLEncoder.encode(query, UTF_8).replace("%28", "("));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .contains(message);
        assertThat(service.get("/search?q=" + URLEncoder.encode(query, UTF_8).replace("%28", "("))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void ten_thousand_clauses_or_parentheses_do_not_even_arrive() {
        for (var query : List.of("a%20OR%20".repeat(10_000) + "a", "(".repeat(10_000) + "a" + ")".repeat(10_000))) {
            var answer = service.get("/api/v1/search?q=" + query);
            assertThat(answer.statusCode()).isEqualTo(414);
            assertThat(answer.body()).isEqualTo("The address is too long (414). Ask with a shorter query.\n");
        }
    }

    @Test
    void paging_has_an_end_that_says_so() throws IOException {
        var answer = service.get("/api/v1/search?q=told&page=5000");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).path("detail").asText())
                .contains("only the first 10,000 results can be listed");
        assertThat(service.get("/api/v1/search?q=told&page=2147483647").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_is_answered_is_answered_whole() throws IOException {
        assertThat(found("told")).isEqualTo(NEAR);
        assertThat(found("ha* OR h*")).isNegative();
        assertThat(found("harbour~")).isEqualTo(NEAR);
        assertThat(found("harbour~2 OR ".repeat(9) + "harbour~2")).isEqualTo(NEAR);
        assertThat(found("(".repeat(60) + "told" + ")".repeat(60))).isEqualTo(NEAR);
        assertThat(found("NOT ".repeat(100) + "told")).isEqualTo(NEAR);
    }

    /** How many passages answer; negative when the query is refused. */
    private static int found(String query) throws IOException {
        var answer = service.get("/api/v1/search?q=" + URLEncoder.encode(query, UTF_8));
        assertThat(answer.statusCode()).isIn(200, 400);
        JsonNode form = new ObjectMapper().readTree(answer.body());
        return answer.statusCode() == 200 ? form.path("total").asInt() : -1;
    }
}
