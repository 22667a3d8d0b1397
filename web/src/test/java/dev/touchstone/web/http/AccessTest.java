package dev.touchstone.web.http;

import static dev.touchstone.web.account.TestingAccounts.SOMEWHERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.access.AccessTable.Rule;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.account.TestingAccounts;
import dev.touchstone.web.testing.TestingCollections;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every route, asked by everybody: the table of access against the running service. */
class AccessTest {
    private static final Map<String, String> OWN_PAGE = Map.of("Sec-Fetch-Site", "same-origin");

    @TempDir
    private Path folder;

    private TestingAccounts testing;
    private TestingService service;

    @BeforeEach
    void start() {
        testing = new TestingAccounts(folder, AccessSettings.LOCAL);
        for (var role : Role.values()) testing.add(name(role), role);
        service = new TestingService(TestingCollections.few(), new Entrance.WithAccounts(testing.accounts())).start();
    }

    @AfterEach
    void stop() {
        service.close();
        testing.close();
    }

    private static String name(Role role) {
        return "the." + role.name().toLowerCase(Locale.ROOT);
    }

    private HttpResponse<String> ask(Rule rule, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putAll(OWN_PAGE);
        return service.send(rule.method(), path(rule), all);
    }

    private static String path(Rule rule) {
        return rule.path().replaceAll("\\{[a-z]+}", "0123456789abcdef");
    }

    /** Signs in anew, because the sweep also signs out. */
    private Map<String, String> cookie(Role role) {
        testing.clock().pass(Duration.ofSeconds(6));
        return Map.of("Cookie", "session=" + testing.session(name(role)).text());
    }

    private Map<String, String> token(Role role, Scope... scopes) {
        var user = testing.accounts().administration().user(name(role));
        var issued = testing.accounts().own().issue(user, "test", Set.of(scopes), Duration.ofDays(1), SOMEWHERE);
        return Map.of("Authorization", "Bearer " + issued.secret().text());
    }

    @Test
    void every_route_is_in_the_table_and_every_row_is_a_route() {
        assertThat(service.routes())
                .containsExactlyInAnyOrderElementsOf(
                        AccessTable.rules().stream().map(Rule::route).toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_role_may_what_the_table_says_and_nothing_else(Role role) {
        for (var rule : AccessTable.rules()) {
            var status = ask(rule, cookie(role)).statusCode();
            var what = rule.route() + " as " + role;
            if (rule.deed().isFor(role)) assertThat(status).as(what).isNotIn(403, 405, 500);
            else assertThat(status).as(what).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_role_sees_its_own_confidential_collection_and_no_other_on_no_route(Role role) {
        var administration = testing.accounts().administration();
        var user = administration.user(name(role));
        administration.addMember(administration.make("own", Access.CONFIDENTIAL, Caller.PROGRAM), user, SOMEWHERE);
        var secret = administration.make("Project Heron", Access.CONFIDENTIAL, Caller.PROGRAM);
        for (var rule : AccessTable.rules()) {
            if (rule.path().startsWith("/administration/collections") && role == Role.ADMIN) continue;
            assertThat(ask(rule, cookie(role)).body())
                    .as(rule.route())
                    .doesNotContain(secret.name(), secret.id().toString());
        }
    }

    @Test
    void nobody_is_let_in_and_everybody_is_told_how_to_get_in() {
        for (var rule : AccessTable.rules()) {
            var answer = ask(rule, Map.of());
            if (rule.deed().isOpen()) {
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(rule.route())
                        .doesNotStartWith("/sign-in?to=");
            } else if (rule.method().equals("GET") && !isForPrograms(rule)) {
                assertThat(answer.statusCode()).as(rule.route()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location").orElseThrow())
                        .startsWith("/sign-in?to=%2F");
                assertThat(answer.body()).as(rule.route()).isEqualTo("Redirected");
            } else {
                assertThat(answer.statusCode()).as(rule.route()).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            }
        }
    }

    private static boolean isForPrograms(Rule rule) {
        return rule.path().startsWith("/api/") || rule.path().equals("/metrics");
    }

    @Test
    void a_program_that_is_refused_gets_a_problem_and_a_person_a_page() {
        assertThat(service.get("/api/v1/audits").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var page = service.send("GET", "/administration/users", cookie(Role.READER));
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body()).contains("Your role, reader, does not include this.");
    }

    @ParameterizedTest
    @EnumSource
    void a_token_may_what_its_scope_and_role_both_allow(Scope scope) {
        for (var role : List.of(Role.ADMIN, Role.AUTHOR, Role.READER)) {
            var token = token(role, scope);
            for (var rule : AccessTable.rules()) {
                if (rule.deed().isOpen()) continue;
                var status = ask(rule, token).statusCode();
                var may = rule.deed().isFor(role)
                        && rule.deed().scope().filter(scope::equals).isPresent();
                if (may) assertThat(status).as(rule.route()).isNotIn(401, 403, 500);
                else assertThat(status).as(rule.route() + " as " + role).isEqualTo(403);
            }
        }
    }

    @Test
    void a_token_needs_no_page_of_ours_but_comes_without_a_cookie() {
        var token = token(Role.AUTHOR, Scope.UPLOAD);
        assertThat(service.post("/api/v1/documents", token).statusCode()).isEqualTo(415);

        var both = new HashMap<>(token);
        both.putAll(cookie(Role.AUTHOR));
        assertThat(service.post("/api/v1/documents", both).statusCode()).isEqualTo(400);
        assertThat(service.send("GET", "/api/v1/audits", both).body()).contains("A token comes alone");
    }

    @Test
    void a_token_that_is_none_is_asked_for_another_even_on_pages() {
        for (var wrong : List.of("Bearer x", "bearer " + "A".repeat(43), "Bearer " + "x".repeat(5000)))
            assertThat(service.send("GET", "/", Map.of("Authorization", wrong)).statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        assertThat(service.send("GET", "/api/v1/audits", Map.of("Authorization", "Basic YTpi"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_head_of_a_page_is_guarded_like_the_page() {
        assertThat(service.send("HEAD", "/", Map.of()).statusCode()).isEqualTo(303);
        assertThat(service.send("HEAD", "/", cookie(Role.READER)).statusCode()).isEqualTo(200);
        assertThat(service.send("HEAD", "/administration/users", cookie(Role.READER))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.send("HEAD", "/api/v1/audits", Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_the_pages_are_made_of_needs_no_account_but_an_address_cannot_pretend_to_be_it() {
        assertThat(service.get("/static/touchstone.css").statusCode()).isEqualTo(200);
        for (var path :
                List.of("/static/../documents/1", "/static/%2e%2e/files", "/files/", "//files", "/files;x=/static/"))
            assertThat(service.get(path).statusCode()).as(path).isIn(303, 400, 401, 404);
    }

    @Test
    void a_change_comes_from_our_own_pages() {
        var session = cookie(Role.ADMIN);
        for (var rule : AccessTable.rules()) {
            if (rule.method().equals("GET")) continue;
            for (var foreign : List.of(
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", "null"),
                    Map.<String, String>of())) {
                var headers = new HashMap<>(session);
                headers.putAll(foreign);
                assertThat(service.send(rule.method(), path(rule), headers).statusCode())
                        .as(rule.route() + " with " + foreign)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void a_get_changes_nothing() {
        var session = cookie(Role.ADMIN);
        var before = testing.log();
        for (var rule : AccessTable.rules()) if (rule.method().equals("GET")) ask(rule, session);
        assertThat(testing.log()).isEqualTo(before);
        assertThat(service.send("GET", "/account", session).statusCode()).isEqualTo(200);
    }

    @Test
    void who_uploads_too_often_waits_and_nobody_else() {
        var author = token(Role.AUTHOR, Scope.UPLOAD);
        for (var times = 0; times < 60; times++)
            assertThat(service.post("/api/v1/documents", author).statusCode()).isEqualTo(415);
        var refused = service.post("/api/v1/documents", author);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(service.post("/api/v1/documents", token(Role.ADMIN, Scope.UPLOAD))
                        .statusCode())
                .isEqualTo(415);
    }
}
