package dev.touchstone.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.TestingAccounts;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.cli.ServingProcess;
import dev.touchstone.web.testing.TestingClock;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals W5 and O8: the log is one line of JSON for each event whatever is sent, and holds nothing that lets somebody in. */
@Tag("full")
class QuietLogTest {
    private static final String PASSWORD = "marker four oars";
    private static final String WRONG = "marker-wrong-password";
    private static final String TEXT = "marker-of-a-document";
    private static final Pattern TOKEN = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final List<String> NAMES = List.of(
            "plain.md",
            "${jndi:ldap:x}.md",
            "\u001b[2Jx\u0007.md",
            "a%0d%0a{\"level\":\"ERROR\"}.md",
            "b\u0085c\u2028d.md");
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;

    @TempDir
    private Path temporary;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void every_line_is_an_event_and_none_tells_a_secret_or_what_a_document_says() throws Exception {
        var home = new HomeFolder(temporary.resolve("home"));
        Archive.make(home, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), new TestingParts());
        addAdministrator(home);
        var secrets = new ArrayList<>(List.of(PASSWORD, WRONG, TEXT));
        try (var service = ServingProcess.start(home.path())) {
            secrets.addAll(useIt("http://127.0.0.1:" + service.port()));
            service.tellToEnd();
            assertThat(service.exitCode()).isZero();
        }
        var lines = lines(home.log());
        assertThat(lines).anyMatch(line -> line.contains("failed at the stage"));
        for (var line : lines) {
            assertThat(new ObjectMapper().readTree(line).path("message").isTextual())
                    .as(line)
                    .isTrue();
            assertThat(line).doesNotContain(secrets.toArray(String[]::new)).doesNotMatch(".*\\p{Cntrl}.*");
        }
    }

    private static void addAdministrator(HomeFolder home) {
        try (var ledger = new TestingParts().ledger(home.ledger());
                var accounts = Accounts.over(
                        ledger,
                        AccessSettings.LOCAL,
                        Bounds.Rates.USUAL,
                        TestingAccounts.light(),
                        new TestingClock(),
                        new SecureRandom())) {
            accounts.administration().add("mara", "Mara", Role.ADMIN, Optional.of(PASSWORD), Caller.PROGRAM);
        }
    }

    /** Does what people and programs do, right and wrong; the secrets that came up. */
    private List<String> useIt(String service) throws IOException, InterruptedException {
        post(service, "/sign-in", "", "name=mara&password=" + WRONG);
        post(service, "/sign-in", "", "name=" + encoded("x\r\n{\"level\":\"ERROR\"}") + "&password=" + WRONG);
        var entered = post(service, "/sign-in", "", "name=mara&password=" + encoded(PASSWORD));
        var cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var made = post(service, "/account/tokens", cookie, "name=kit&days=2&scope=upload&scope=read");
        var found = TOKEN.matcher(made.body());
        assertThat(found.find()).as(made.body()).isTrue();
        var token = found.group(1);
        for (var name : NAMES) {
            upload(service, token, name, "We tell " + TEXT + ".\n");
            upload(service, token, name, "BUG " + TEXT + " " + name.length() + "\n");
        }
        for (var query : List.of("%22", "/.*(a%7Ca)*b/", "%24%7Bjndi:ldap:x%7D", "%0d%0aERROR"))
            send(request(service, "/search?q=" + query).header("Cookie", cookie));
        send(request(service, "/api/v1/documents").header("Authorization", "Bearer " + token + "x"));
        for (var left = 200; left > 0; left--) {
            var waiting = send(request(service, "/api/v1/documents").header("Authorization", "Bearer " + token));
            if (!waiting.body().matches("(?s).*\"outcome\": \"(queued|reading|scoring)\".*")) break;
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return List.of(token, cookie.substring(cookie.indexOf('=') + 1));
    }

    private HttpResponse<String> post(String service, String path, String cookie, String form)
            throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private void upload(String service, String token, String name, String text)
            throws IOException, InterruptedException {
        var body = "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                + "\"\r\nContent-Type: text/markdown\r\n\r\n" + text + "\r\n--line--\r\n";
        var request = request(service, "/api/v1/documents")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=line")
                .POST(BodyPublishers.ofString(body));
        try {
            send(request);
        } catch (IOException closed) {
            // The service may end a connection on which it has refused something.
            send(request);
        }
    }

    private static HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> lines(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
