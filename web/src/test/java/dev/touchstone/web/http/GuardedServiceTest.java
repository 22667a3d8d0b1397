package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.access.AccessTable.Rule;
import dev.touchstone.web.access.Deed;
import dev.touchstone.web.archive.HomeFolder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goals W1, W4 and what of O8 is seen from outside: every route, as every role, against a real home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardedServiceTest {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final Set<String> LOG = Set.of("audit_log", "audit_head");

    @TempDir
    private static Path folder;

    private TestingTeams teams;

    @BeforeAll
    void start() {
        teams = new TestingTeams(folder, true);
    }

    @AfterAll
    void stop() {
        teams.close();
    }

    /** The address of an open document where a route asks for one. */
    private static String path(Rule rule) {
        return rule.path()
                .replace("/documents/{id}", "/documents/" + TestingTeams.OPEN_ID)
                .replaceAll("\\{[a-z]+}", "0123456789abcdef");
    }

    private static Stream<Rule> reads() {
        return AccessTable.rules().stream().filter(rule -> rule.method().equals("GET"));
    }

    private static Stream<Rule> changes() {
        return AccessTable.rules().stream().filter(rule -> !rule.method().equals("GET"));
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_to_every_role_has_the_headers_that_guard_it(Role role) {
        var user = TestingTeams.name(role);
        for (var rule : reads().toList()) check(path(rule), teams.get(path(rule), user));
        for (var path : List.of("/nowhere", "/documents/nothing", "/api/v1/nowhere", "/search?q=%22", "/static/none"))
            check(path, teams.get(path, user));
        for (var method : List.of("PUT", "PATCH", "OPTIONS", "TRACE"))
            check(method + " /charter", teams.send(method, "/charter", user));
    }

    @Test
    void every_answer_to_nobody_has_them_too() {
        for (var rule : AccessTable.rules())
            check(path(rule), teams.service().send(rule.method(), path(rule), Map.of("Sec-Fetch-Site", "same-origin")));
    }

    private void check(String what, HttpResponse<String> answer) {
        var headers = answer.headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        if (answer.statusCode() == 200 && what.equals("/report.html"))
            assertThat(policy)
                    .startsWith("default-src 'none'; style-src data:;")
                    .contains("frame-ancestors 'none'");
        else if (answer.statusCode() == 200 && what.endsWith("/original")) {
            assertThat(policy).isEqualTo("default-src 'none'; sandbox");
            assertThat(headers.firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(headers.firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
        } else assertThat(policy).as(what).isEqualTo(POLICY);
        assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).as(what).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(what).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).as(what).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control").orElse("")).as(what).matches("no-store|no-cache, private");
        assertThat(headers.map().keySet()).as(what).doesNotContain("server", "x-powered-by");
        for (var cookie : headers.allValues("Set-Cookie"))
            assertThat(cookie).as(what).contains("; Path=/", "; HttpOnly", "; SameSite=Strict");
        if (answer.statusCode() >= 400)
            assertThat(answer.body())
                    .as(what)
                    // The word itself is that of the register of exceptions.
                    .doesNotContainPattern("[\\w.$]Exception|Exception:|Exception in thread")
                    .doesNotContain("\tat ", "at dev.", "at org.", folder.toString());
    }

    @Test
    void a_change_that_another_site_sends_is_refused_and_changes_nothing() throws SQLException {
        var cookie = teams.cookie(TestingTeams.name(Role.ADMIN));
        var before = tables();
        for (var rule : changes().toList())
            for (var foreign : List.of(
                    Map.of("Sec-Fetch-Site", "cross-site"),
                    Map.of("Sec-Fetch-Site", "same-site"),
                    Map.of(
                            "Sec-Fetch-Site",
                            "cross-site",
                            "Origin",
                            teams.service().address("")),
                    Map.of("Origin", "https://evil.example"),
                    Map.of("Origin", teams.service().address("") + "0"),
                    Map.of("Origin", "null"),
                    Map.<String, String>of())) {
                var headers = new HashMap<>(foreign);
                headers.put("Cookie", cookie);
                assertThat(teams.service()
                                .send(rule.method(), path(rule), headers)
                                .statusCode())
                        .as(rule.route() + " with " + foreign)
                        .isEqualTo(403);
            }
        assertThat(tables()).isEqualTo(before);
    }

    /** What a browser sends of a person's own doing is never a form of another site; a program may say it of itself. */
    @Test
    void a_change_of_a_persons_own_or_of_our_own_pages_is_let_through() {
        var cookie = teams.cookie(TestingTeams.name(Role.ADMIN));
        for (var own : List.of(
                Map.of("Sec-Fetch-Site", "none"),
                Map.of("Sec-Fetch-Site", "same-origin"),
                Map.of("Origin", teams.service().address("")))) {
            var headers = new HashMap<>(own);
            headers.put("Cookie", cookie);
            assertThat(teams.service()
                            .send("DELETE", "/api/v1/documents/0123456789abcdef?because=x", headers)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void looking_changes_nothing_but_the_audit_log_and_that_only_where_it_must() throws SQLException {
        for (var role : Role.values()) teams.cookie(TestingTeams.name(role));
        teams.cookie(TestingTeams.MEMBER);
        for (var rule : reads().toList()) {
            var before = tables();
            for (var role : Role.values()) teams.get(path(rule), TestingTeams.name(role));
            teams.get(path(rule), TestingTeams.MEMBER);
            var changed = changed(before, tables());
            if (rule.deed() == Deed.EXPORT) assertThat(changed).as(rule.route()).isEqualTo(LOG);
            else assertThat(changed).as(rule.route()).isEmpty();
        }
        var before = tables();
        teams.get("/documents/" + TestingTeams.SECRET_ID, TestingTeams.MEMBER);
        assertThat(changed(before, tables())).isEqualTo(LOG);
    }

    private static Set<String> changed(Map<String, List<String>> before, Map<String, List<String>> after) {
        var changed = new TreeSet<String>();
        after.forEach((table, rows) -> {
            if (!rows.equals(before.get(table))) changed.add(table);
        });
        return changed;
    }

    /** All that the ledger holds. */
    private Map<String, List<String>> tables() throws SQLException {
        var tables = new TreeMap<String, List<String>>();
        var file = new HomeFolder(teams.folder().resolve("home")).ledger();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            for (var table :
                    column(statement.executeQuery("select name from sqlite_master where type = 'table' order by name")))
                tables.put(table, rows(statement.executeQuery("select * from \"" + table + "\"")));
        }
        return tables;
    }

    private static List<String> column(ResultSet result) throws SQLException {
        var values = new ArrayList<String>();
        while (result.next()) values.add(result.getString(1));
        return values;
    }

    private static List<String> rows(ResultSet result) throws SQLException {
        var rows = new ArrayList<String>();
        while (result.next()) {
            var row = new StringBuilder();
            for (var column = 1; column <= result.getMetaData().getColumnCount(); column++)
                row.append(result.getString(column)).append('|');
            rows.add(row.toString());
        }
        return rows;
    }

    @Test
    void a_form_without_a_body_is_no_way_around() {
        var answer = teams.service()
                .send(
                        "POST",
                        "/sign-out",
                        Map.of("Cookie", teams.cookie(TestingTeams.name(Role.READER))),
                        BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(teams.get("/account", TestingTeams.name(Role.READER)).statusCode())
                .isEqualTo(200);
    }
}
