package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.testing.TestingCollections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The border of the service: who may come in, and what every answer carries. */
class ServerTest {
    private static final TestingService FEW = new TestingService(TestingCollections.few());
    private static final String DOCUMENT =
            DocumentId.of("platform/0007-cache.md").text();

    @BeforeAll
    static void start() {
        FEW.start();
    }

    @AfterAll
    static void stop() {
        FEW.close();
    }

    static List<String> pages() {
        return List.of(
                "/",
                "/decisions",
                "/references",
                "/unsure?value=candour",
                "/trade-offs",
                "/files",
                "/documents/" + DOCUMENT,
                "/search",
                "/charter",
                "/unnamed-reasons?concern=performance",
                "/method",
                "/upload");
    }

    static List<String> others() {
        return List.of(
                "/static/touchstone.css",
                "/static/keys.js",
                "/api/v1/openapi.json",
                "/api/v1/documents",
                "/api/v1/documents/" + DOCUMENT,
                "/api/v1/search?q=cache",
                "/api/v1/audits",
                "/api/v1/audits/current",
                "/api/v1/charters",
                "/api/v1/references.csv",
                "/health/live",
                "/health/ready",
                "/metrics");
    }

    static List<String> errors() {
        return List.of(
                "/nowhere",
                "/static/nothing.css",
                "/documents/unknown",
                "/jobs/unknown",
                "/decisions?presence=loud",
                "/unnamed-reasons",
                "/unnamed-reasons?concern=nothing",
                "/unnamed-reasons?concern=performance&page=0",
                "/search?q=%22open",
                "/api/v1/nowhere",
                "/api/v1/documents/unknown",
                "/api/v1/jobs/unknown",
                "/api/v1/documents?cursor=unknown",
                "/api/v1/search?q=%22open");
    }

    @Test
    void every_page_answers() {
        for (var path : pages()) {
            var answer = FEW.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).contains("text/html;charset=utf-8");
            assertThat(answer.body().strip())
                    .as(path)
                    .startsWith("<!doctype html>")
                    .endsWith("</html>");
        }
        for (var path : others())
            assertThat(FEW.get(path).statusCode()).as(path).isEqualTo(200);
    }

    @Test
    void every_answer_carries_the_headers_errors_too() {
        for (var paths : List.of(pages(), others(), errors()))
            for (var path : paths) assertGuarded(path, FEW.get(path));
        assertGuarded("a foreign page's post", FEW.post("/upload", Map.of("Sec-Fetch-Site", "cross-site")));
        assertGuarded("a method that is not there", FEW.send("DELETE", "/", Map.of("Sec-Fetch-Site", "none")));
    }

    private static void assertGuarded(String what, HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .as(what)
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(what).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(what).contains("same-origin");
        assertThat(headers.firstValue("Server")).as(what).isEmpty();
        assertThat(answer.body()).as(what).doesNotContain("\tat ").doesNotContainPattern("[a-z]Exception\\b");
    }

    @Test
    void errors_are_pages_for_people_and_problems_for_programs() {
        for (var path : errors()) {
            var answer = FEW.get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 404);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(path)
                    .contains(path.startsWith("/api/") ? "application/problem+json" : "text/html;charset=utf-8");
        }
        assertThat(FEW.get("/api/v1/documents/unknown").body())
                .contains("\"status\": 404", "\"title\": \"Not Found\"", "The audit has no such document.");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:PORT, 200",
        "127.0.0.1:PORT, 200",
        "LOCALHOST:PORT, 200",
        "[::1]:PORT, 200",
        "localhost, 421",
        "localhost:1, 421",
        "touchstone.example:PORT, 421",
        "127.0.0.1.nip.example:PORT, 421",
        "localhost.:PORT, 421"
    })
    void only_the_bound_name_and_port_are_answered(String host, int status) throws IOException {
        for (var path : List.of("/", "/api/v1/audits", "/static/touchstone.css", "/health/live"))
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: "
                            + host.replace("PORT", Integer.toString(FEW.port()))
                            + "\r\nConnection: close\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 " + status + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n"
            })
    void requests_too_broken_for_a_route_are_refused_with_the_same_headers(String request) throws IOException {
        var answer = raw(request);
        assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("Content-Security-Policy: default-src 'none'");
        assertThat(answer).doesNotContain("Jetty", "Exception", "org.eclipse");
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), FEW.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin, true",
        "Sec-Fetch-Site, none, true",
        "Sec-Fetch-Site, same-site, false",
        "Sec-Fetch-Site, cross-site, false",
        "Origin, http://localhost:PORT, true",
        "Origin, http://evil.example, false",
        "Origin, null, false",
        "Origin, https://localhost:PORT, false",
        "Accept, text/html, false"
    })
    void a_change_comes_from_our_own_pages(String header, String value, boolean allowed) {
        var site = Map.of(header, value.replace("PORT", Integer.toString(FEW.port())));
        for (var path : List.of("/upload", "/api/v1/documents")) {
            var answer = FEW.post(path, site);
            if (allowed) assertThat(answer.statusCode()).as(path).isEqualTo(415);
            else assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /search?value=nope      | the charter has no value &#39;nope&#39;; it has candour
            /decisions?effect=nope  | effect: there is no &#39;nope&#39;; it is one of
            /search?from=2024-05-02&to=2024-05-01 | the first day, 2024-05-02, is after the last, 2024-05-01
            /api/v1/search?value=nope  | the charter has no value 'nope'; it has candour
            /api/v1/search?stance=nope | stance: there is no 'nope'; it is one of
            /api/v1/search?role=nope   | role: there is no 'nope'; it is one of
            /api/v1/search?status=nope | status: there is no 'nope'; it is one of
            /api/v1/search?to=2024-05-01&from=2024-05-02 | the first day, 2024-05-02, is after the last, 2024-05-01
            """)
    void a_filter_that_nothing_can_answer_is_refused_with_what_is_known(String path, String detail) {
        var answer = FEW.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body().replace("'", "&#39;")).contains(detail.replace("'", "&#39;"));
    }

    @Test
    void a_script_that_is_refused_learns_what_to_send_in_whole_letters() {
        assertThat(FEW.post("/api/v1/documents", Map.of()).body())
                .contains("this service’s own pages", "curl -H 'Sec-Fetch-Site: none' -F files=@record.md");
    }

    @Test
    void a_method_that_no_route_knows_is_not_allowed() {
        var answer = FEW.send("DELETE", "/api/v1/documents", Map.of());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("/api/v1/documents knows only: GET, POST");
    }

    @Test
    void a_page_that_is_not_there_is_named() {
        assertThat(FEW.get("/nothing").body())
                .contains("There is no page at /nothing.", "<a href=\"/\">")
                .doesNotContain("Endpoint");
    }

    @Test
    void the_report_opens_in_the_browser() {
        var answer = FEW.get("/report.html");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src data:; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void an_empty_home_is_told_calmly() {
        try (var none = new TestingService(TestingCollections.none()).start()) {
            assertThat(none.get("/search").body())
                    .contains("There is nothing to search yet.")
                    .doesNotContain("Nothing in the records answers this");
            assertThat(none.get("/").body()).contains("Nothing to audit yet");
        }
    }

    @Test
    void a_get_changes_nothing() {
        var before = FEW.get("/api/v1/audits/current").body();
        for (var path : pages()) FEW.get(path);
        assertThat(FEW.get("/api/v1/audits/current").body()).isEqualTo(before);
    }

    @Test
    void an_operator_sees_answers_by_route_and_the_size_of_the_audit() {
        FEW.get("/documents/" + DOCUMENT);
        FEW.get("/documents/unknown");
        assertThat(FEW.get("/metrics").body())
                .contains(
                        "route=\"/documents/{id}\",status=\"200\"",
                        "status=\"404\"",
                        "touchstone_waiting_documents 0.0")
                .doesNotContain(DOCUMENT);
    }

    @Test
    void only_this_machine_is_served() {
        assertThatThrownBy(() -> new Server(TestingCollections.none(), "0.0.0.0", 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("only this machine");
    }
}
