package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.testing.TestingCollections;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files on their way in. */
class UploadTest {
    private static final String BORDER = "a-line-that-no-file-holds";

    private final TestingService service = new TestingService(TestingCollections.few());

    @BeforeEach
    void start() {
        service.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_form_post_leads_to_the_page_of_its_job_and_that_to_the_scorecards() {
        var answer = send("/upload", Map.of("plan.md", "Tell the customers before the press.", "broken.pdf", "%PDF"));
        assertThat(answer.statusCode()).isEqualTo(303);
        var job = answer.headers().firstValue("Location").orElseThrow();
        assertThat(service.get(job).body())
                .contains("being scored", "plan.md", "waiting", "http-equiv=\"refresh\" content=\"2\"");
        service.get(job);
        service.get(job);
        assertThat(service.get(job).body())
                .contains("Your documents are scored", "Candour", "▲", "the file is broken")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(service.get("/").body()).contains("plan.md");
    }

    @Test
    void of_a_file_that_failed_there_is_nothing_to_read() {
        var job = send("/upload", Map.of("broken.pdf", "%PDF"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        for (var step = 0; step < 4; step++) service.get(job);
        assertThat(service.get(job).body())
                .contains("the file is broken")
                .doesNotContain("Read it with its references");
    }

    @Test
    void a_home_with_nothing_but_failures_says_so() {
        try (var none = new TestingService(TestingCollections.none()).start()) {
            var job = send(none, "/upload", Map.of("broken.pdf", "%PDF"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            for (var step = 0; step < 4; step++) none.get(job);
            assertThat(none.get("/").body())
                    .contains("Nothing could be audited", "<a href=\"/files#gaps\">1 file could not be read</a>")
                    .doesNotContain("Nothing to audit yet");
        }
    }

    @Test
    void a_program_gets_a_job_and_follows_it() {
        var answer = send("/api/v1/documents", Map.of("a.md", "Say it."));
        assertThat(answer.statusCode()).isEqualTo(202);
        var job = answer.headers().firstValue("Location").orElseThrow();
        assertThat(answer.body()).contains("\"finished\": false", "\"state\": \"queued\"");
        for (var step = 0; step < 3; step++) service.get(job);
        assertThat(service.get(job).body()).contains("\"finished\": true", "\"state\": \"done\"", "\"document\": \"");
    }

    @Test
    void names_lose_their_folders_and_what_cannot_be_seen() {
        var answer = send("/upload", Map.of("../../etc/pa\u202esswd", "x"));
        assertThat(service.get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("passwd")
                .doesNotContain("..", "\u202e");
    }

    @Test
    void nothing_chosen_is_said_on_the_form() {
        var answer = send("/upload", Map.of("", ""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Choose at least one file; the form's field is files.", "<form class=\"upload\"");
    }

    @Test
    void too_many_files_are_refused_in_words() {
        var files = new LinkedHashMap<String, String>();
        for (var number = 0; number <= Bounds.USUAL.files(); number++) files.put(number + ".md", "x");
        var answer = send("/upload", files);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 20 files of 50 MB each", "<form class=\"upload\"");
        assertThat(send("/api/v1/documents", files).body()).contains("\"status\": 413");
    }

    @Test
    void what_is_set_is_what_is_taken_and_what_the_form_says() {
        var bounds = new Bounds(2, 1, 100, 100, Bounds.Quota.NONE, Bounds.Quota.NONE, Bounds.Rates.USUAL);
        try (var small = new TestingService(TestingCollections.few(), bounds).start()) {
            assertThat(small.get("/upload").body()).contains("At most 2 files of 1 MB each");
            assertThat(send(small, "/api/v1/documents", Map.of("1.md", "a", "2.md", "b"))
                            .statusCode())
                    .isEqualTo(202);
            assertThat(send(small, "/api/v1/documents", Map.of("1.md", "a", "2.md", "b", "3.md", "c"))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(send(small, "/api/v1/documents", Map.of("1.md", "a".repeat(1_100_000)))
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void too_large_a_file_is_refused_in_words() {
        var large = new byte[(Bounds.USUAL.megabytes() + 1) * 1024 * 1024];
        Arrays.fill(large, (byte) 'x');
        var answer = send("/api/v1/documents", Map.of("large.txt", new String(large, StandardCharsets.US_ASCII)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("at most 20 files of 50 MB each").doesNotContain("Exception");
    }

    @Test
    void what_is_no_form_is_refused() {
        var answer = service.send(
                "POST", "/api/v1/documents", Map.of("Sec-Fetch-Site", "none"), BodyPublishers.ofString("hello"));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    private HttpResponse<String> send(String path, Map<String, String> files) {
        return send(service, path, files);
    }

    private static HttpResponse<String> send(TestingService service, String path, Map<String, String> files) {
        var body = new ByteArrayOutputStream();
        files.forEach((name, text) -> {
            body.writeBytes(("--" + BORDER + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BORDER + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return service.send(
                "POST",
                path,
                Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "multipart/form-data; boundary=" + BORDER),
                BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
