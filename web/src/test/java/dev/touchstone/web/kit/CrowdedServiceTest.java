package dev.touchstone.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.ServingProcess;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals R5, R6, L2, L3 and O2: many at once, slow ones, broken ones, too much of everything. */
@Tag("full")
class CrowdedServiceTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
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
    void twenty_who_send_the_same_file_at_once_make_one_document() throws Exception {
        try (var service = ServingProcess.start(home.path());
                var clients = Executors.newFixedThreadPool(20)) {
            var witness = new Witness(service.port());
            var answers = clients.invokeAll(
                    Collections.<Callable<HttpResponse<String>>>nCopies(20, () -> witness.submit(file("We tell."))));
            for (var answer : answers) assertThat(answer.get().statusCode()).isEqualTo(202);
            assertThat(answers.stream()
                            .map(Future::resultNow)
                            .filter(one -> one.body().contains("\"duplicate\": false")))
                    .hasSize(1);
            assertThat(witness.documents()).hasSize(1);
            assertThat(files("originals")).isEqualTo(1);
        }
    }

    @Test
    void a_connection_that_breaks_anywhere_leaves_nothing_behind() throws Exception {
        var random = new Random(20_261_130);
        try (var service = ServingProcess.start(home.path())) {
            var request = request(service.port(), "x".repeat(4_000));
            for (var cut = 0; cut < 50; cut++)
                try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                    socket.getOutputStream().write(request, 0, random.nextInt(request.length - 10));
                }
            var witness = new Witness(service.port());
            assertThat(witness.status("/health/live")).isEqualTo(200);
            assertThat(witness.documents()).isEmpty();
        }
        assertThat(files("originals")).isZero();
    }

    @Test
    void a_body_that_says_that_it_is_too_large_is_refused_before_it_comes() throws Exception {
        try (var service = ServingProcess.start(home.path());
                var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            send(socket, """
                    POST /api/v1/documents HTTP/1.1\r
                    Host: 127.0.0.1:%d\r
                    Content-Type: multipart/form-data; boundary=b\r
                    Content-Length: 20000000000\r
                    Sec-Fetch-Site: none\r
                    \r
                    --b\r
                    """.formatted(service.port()));
            socket.setSoTimeout(10_000);
            assertThat(line(socket)).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void two_hundred_who_send_a_byte_a_second_hold_nobody_up() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var service = ServingProcess.start(home.path())) {
            for (var number = 0; number < 200; number++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
                send(
                        socket,
                        "POST /api/v1/documents HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Slow: ".formatted(service.port()));
                slow.add(socket);
            }
            var witness = new Witness(service.port());
            var answered = new ArrayList<Duration>();
            for (var round = 0; round < 5; round++) {
                for (var socket : slow) send(socket, "x");
                var begun = System.nanoTime();
                assertThat(witness.status("/health/live")).isEqualTo(200);
                answered.add(Duration.ofNanos(System.nanoTime() - begun));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
            answered.sort(Comparator.naturalOrder());
            assertThat(answered.get(answered.size() / 2)).isLessThan(Duration.ofSeconds(1));
        } finally {
            for (var socket : slow) socket.close();
        }
    }

    @Test
    void when_too_much_waits_more_is_refused_until_some_of_it_is_done() throws Exception {
        try (var service = ServingProcess.start(home.path(), "-Dwaiting=5")) {
            var witness = new Witness(service.port());
            var refused = new ArrayList<HttpResponse<String>>();
            for (var number = 0; number < 12; number++) {
                var answer = witness.submit(file("SLOW number " + number));
                if (answer.statusCode() != 202) refused.add(answer);
            }
            assertThat(refused).isNotEmpty().allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("10");
                assertThat(answer.body())
                        .contains("documents wait to be read or scored; send more when some of them are done");
            });
            for (var left = 100; witness.submit(file("SLOW and late")).statusCode() != 202; left--) {
                assertThat(left).isPositive();
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    @Test
    void a_second_service_is_refused_also_after_the_first_was_killed_and_another_took_its_place() throws Exception {
        try (var first = ServingProcess.start(home.path())) {
            first.kill();
        }
        try (var second = ServingProcess.start(home.path())) {
            assertThat(second.port()).isPositive();
            var third = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServingProcess.class.getName(),
                            home.path().toString(),
                            "service")
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(third.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("another touchstone (serve, ingest or audit) writes to this home; stop it first")
                    .doesNotContain("Exception");
            assertThat(third.waitFor()).isEqualTo(2);
        }
    }

    private static Witness.File file(String text) {
        return new Witness.File("plan.md", text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private int files(String folder) throws IOException {
        try (var inside = Files.walk(home.path().resolve(folder))) {
            return (int) inside.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] request(int port, String text) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.md\"\r\n\r\n%s\r\n--b--\r\n"
                .formatted(text);
        return """
                POST /api/v1/documents HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Content-Type: multipart/form-data; boundary=b\r
                Content-Length: %d\r
                Sec-Fetch-Site: none\r
                \r
                """.formatted(port, body.length()).concat(body).getBytes(StandardCharsets.UTF_8);
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
