package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Job;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;
    private static final Pattern JOB = Pattern.compile("/jobs/([0-9a-f]{16})");
    private static final String FORM = """
            --part\r
            Content-Disposition: form-data; name="files"; filename="plan.md"\r
            \r
            We tell all.
            \r
            --part--\r
            """;

    @TempDir
    private Path temporary;

    private HomeFolder home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new HomeFolder(temporary.resolve("home"));
        Archive.make(home, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), new TestingParts());
    }

    @Test
    void a_service_that_is_told_to_end_ends_with_zero() throws Exception {
        try (var serving = ServingProcess.start(home.path())) {
            serving.tellToEnd();
            assertThat(serving.exitCode()).isZero();
        }
    }

    @Test
    void an_upload_that_was_on_its_way_when_the_service_was_told_to_end_is_answered_and_kept() throws Exception {
        String answer;
        try (var serving = ServingProcess.start(home.path());
                var socket = connect(serving)) {
            send(socket, """
                    POST /api/v1/documents HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Content-Type: multipart/form-data; boundary=part\r
                    Content-Length: %d\r
                    Sec-Fetch-Site: none\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(serving.port(), FORM.length()));
            assertThat(line(socket)).isEqualTo("HTTP/1.1 100 Continue");

            serving.tellToEnd();
            send(socket, FORM);

            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(answer).startsWith("HTTP/1.1 202 Accepted");
            assertThat(serving.exitCode()).isZero();
        }
        var job = JOB.matcher(answer);
        assertThat(job.find()).isTrue();
        try (var reopened = Archive.open(home, new TestingParts(), TestingEngine.engine())) {
            assertThat(reopened.seenBy(Viewer.local(""))
                            .job(job.group(1))
                            .orElseThrow()
                            .items())
                    .extracting(Job.Item::name)
                    .containsExactly("plan.md");
        }
    }

    @Test
    void a_service_that_follows_a_folder_takes_its_files_and_ends_with_zero() throws Exception {
        var folder = Files.createDirectory(temporary.resolve("adr"));
        Files.writeString(folder.resolve("0001-lamps.md"), "We tell all.\n");
        try (var serving = ServingProcess.start(home.path(), "-Dwatch=" + folder);
                var client = HttpClient.newHttpClient()) {
            var documents = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:%d/api/v1/documents".formatted(serving.port())))
                    .build();
            var answer = "";
            for (var left = 300; left > 0 && !answer.contains("\"audited\""); left--) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                answer = client.send(documents, BodyHandlers.ofString()).body();
            }
            assertThat(answer).contains("\"0001-lamps.md\"", "\"audited\"");
            serving.tellToEnd();
            assertThat(serving.exitCode()).isZero();
        }
    }

    private static Socket connect(ServingProcess serving) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), serving.port());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (var next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
            line.append((char) next);
            next = socket.getInputStream().read();
        }
        return line.toString().strip();
    }
}
