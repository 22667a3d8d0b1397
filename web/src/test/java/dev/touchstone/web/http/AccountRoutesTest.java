package dev.touchstone.web.http;

import static dev.touchstone.web.account.TestingAccounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.TrustedProxy;
import dev.touchstone.web.access.TrustedProxy.SignOn;
import dev.touchstone.web.account.TestingAccounts;
import dev.touchstone.web.account.Totp;
import dev.touchstone.web.testing.TestingCollections;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way in and out and what is done with accounts, as a browser does it. */
class AccountRoutesTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String PUBLIC = "https://audit.example";

    @TempDir
    private Path folder;

    private Optional<TestingAccounts> testing = Optional.empty();
    private Optional<TestingService> service = Optional.empty();

    private TestingAccounts start(AccessSettings settings) {
        var accounts = new TestingAccounts(folder, settings);
        testing = Optional.of(accounts);
        service = Optional.of(
                new TestingService(TestingCollections.few(), new Entrance.WithAccounts(accounts.accounts())).start());
        return accounts;
    }

    @AfterEach
    void stop() {
        service.ifPresent(TestingService::close);
        testing.ifPresent(TestingAccounts::close);
    }

    private TestingService service() {
        return service.orElseThrow();
    }

    private static AccessSettings behind(String address) {
        return new AccessSettings(
                Optional.of(URI.create(PUBLIC)),
                new TrustedProxy(
                        TrustedProxy.addresses(Set.of(address)),
                        Optional.of(new SignOn("Remote-User", "Touchstone-Proxy-Secret", SECRET))),
                Set.of());
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> fields) {
        var headers = new HashMap<String, String>();
        headers.put("Sec-Fetch-Site", "same-origin");
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        if (!cookie.isEmpty()) headers.put("Cookie", cookie);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return service().send("POST", path, headers, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> get(String path, String cookie) {
        return service().send("GET", path, Map.of("Cookie", cookie));
    }

    private HttpResponse<String> signIn(String name, String password) {
        return post("/sign-in", "", Map.of("name", name, "password", password, "to", "/files?page=1"));
    }

    private String cookie(String name) {
        return cookie(signIn(name, PASSWORD));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @Test
    void on_the_loopback_a_browser_gets_a_cookie_that_no_script_and_no_other_site_can_use() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var answer = signIn("mara", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/files?page=1");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
    }

    @Test
    void behind_a_proxy_with_tls_the_cookie_is_tied_to_the_host() {
        start(behind("10.0.0.7")).add("mara", Role.READER);
        var answer = signIn("mara", PASSWORD);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Strict");
        var session = cookie(answer);
        assertThat(get("/", session).statusCode()).isEqualTo(200);
        assertThat(get("/", session.replace("__Host-session", "session")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_and_takes_the_cookie_back() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var session = cookie("mara");
        var answer = post("/sign-out", session, Map.of());
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .contains("session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
        assertThat(get("/", session).statusCode()).isEqualTo(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_answer() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var wrong = signIn("mara", "four oars one goat");
        var unknown = signIn("nobody.here", "four oars one goat");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(wrong.body()).contains("Name or password is not right.");
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void who_tries_too_often_is_told_how_long_to_wait() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        for (var tries = 0; tries < 3; tries++) signIn("mara", "four oars one goat");
        var answer = signIn("mara", PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("Wait 1 second").doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "/files?page=2, /files?page=2",
        "//evil.example, /",
        "/\\evil.example, /",
        "https://evil.example, /",
        "javascript:alert(1), /",
        "'/a\r\nSet-Cookie: x=y', /",
        "'', /"
    })
    void after_signing_in_one_stays_here(String asked, String target) {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var answer = post("/sign-in", "", Map.of("name", "mara", "password", PASSWORD, "to", asked));
        assertThat(URI.create(answer.headers().firstValue("Location").orElseThrow())
                        .getRawPath())
                .isEqualTo(URI.create(target).getRawPath());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
    }

    @Test
    void the_first_administrator_is_made_by_the_link_once() {
        var accounts = start(AccessSettings.LOCAL);
        var link =
                accounts.accounts().administration().setUpLink().orElseThrow().text();
        assertThat(service().get("/set-up?link=" + link).body()).contains("The first administrator", link);

        var refused = post("/set-up", "", Map.of("link", link, "name", "ada", "password", "short"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("use at least 12", link);

        assertThat(post("/set-up", "", Map.of("link", link, "name", "ada", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(service().get("/set-up?link=" + link).statusCode()).isEqualTo(410);
        assertThat(post("/set-up", "", Map.of("link", link, "name", "eve", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(410);
        assertThat(service().get("/set-up").statusCode()).isEqualTo(410);
        assertThat(get("/administration/users", cookie("ada")).statusCode()).isEqualTo(200);
    }

    @Test
    void before_there_are_accounts_the_machine_is_served_and_only_the_accounts_are_not() {
        start(AccessSettings.LOCAL);
        assertThat(service().get("/").statusCode()).isEqualTo(200);
        assertThat(service().get("/administration/users").statusCode()).isEqualTo(403);
        assertThat(service().get("/sign-in").body()).contains("There are no accounts here yet.");
    }

    @Test
    void an_administrator_adds_somebody_who_chooses_a_password_by_a_link() {
        start(AccessSettings.LOCAL).add("ada", Role.ADMIN);
        var ada = cookie("ada");
        var added = post("/administration/users", ada, Map.of("name", "mara", "shown", "Mara L.", "role", "author"));
        var link = found("/new-password\\?link=([A-Za-z0-9_-]{43})", added.body());
        assertThat(added.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("/administration/users", ada).body()).contains("Mara L.").doesNotContain(link);

        assertThat(service().get("/new-password?link=" + link).body()).contains("value=\"mara\"");
        post("/new-password", "", Map.of("link", link, "password", PASSWORD));
        assertThat(get("/upload", cookie("mara")).statusCode()).isEqualTo(200);
        assertThat(service().get("/new-password?link=" + link).statusCode()).isEqualTo(410);
    }

    @Test
    void a_change_of_role_ends_the_session_and_an_unknown_role_is_refused_on_the_page() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("ada", Role.ADMIN);
        var id = accounts.add("mara", Role.AUTHOR).id();
        var ada = cookie("ada");
        var mara = cookie("mara");
        assertThat(post("/administration/users/" + id + "/role", ada, Map.of("role", "god"))
                        .body())
                .contains("choose one of the roles");
        post("/administration/users/" + id + "/role", ada, Map.of("role", "reader"));
        assertThat(get("/", mara).statusCode()).isEqualTo(303);
        assertThat(get("/upload", cookie("mara")).statusCode()).isEqualTo(403);

        post("/administration/users/" + id + "/disable", ada, Map.of());
        assertThat(signIn("mara", PASSWORD).statusCode()).isEqualTo(401);
        post("/administration/users/" + id + "/enable", ada, Map.of());
        accounts.clock().pass(Duration.ofMinutes(1));
        assertThat(signIn("mara", PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void the_only_administrator_stays_one() {
        var accounts = start(AccessSettings.LOCAL);
        var id = accounts.add("ada", Role.ADMIN).id();
        var answer = post("/administration/users/" + id + "/disable", cookie("ada"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("ada is the only administrator");
    }

    @Test
    void collections_are_made_closed_and_given_members() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("ada", Role.ADMIN);
        var mara = accounts.add("mara", Role.READER);
        var ada = cookie("ada");
        post("/administration/collections", ada, Map.of("name", "Board", "access", "confidential"));
        var board =
                accounts.accounts().administration().collections().getFirst().collection();
        assertThat(board.access()).isEqualTo(Access.CONFIDENTIAL);

        var path = "/administration/collections/" + board.id();
        post(path + "/members", ada, Map.of("user", mara.id().toString()));
        assertThat(accounts.accounts().administration().collections().getFirst().members())
                .extracting(user -> user.name())
                .containsExactly("mara");
        post(path + "/members/remove", ada, Map.of("user", mara.id().toString()));
        post(path + "/access", ada, Map.of("access", "open"));

        var now = accounts.accounts().administration().collections().getFirst();
        assertThat(now.members()).isEmpty();
        assertThat(now.collection().access()).isEqualTo(Access.OPEN);
        assertThat(post("/administration/collections", ada, Map.of("name", "Board", "access", "open"))
                        .body())
                .contains("there is a collection 'Board' already");
        assertThat(accounts.log()).contains("ada collection.member_added Board");
    }

    @Test
    void a_token_is_shown_once_works_and_is_refused_after_it_was_revoked() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var mara = cookie("mara");
        var made = post("/account/tokens", mara, Map.of("name", "nightly <b>", "scope", "read", "days", "30"));
        var token = found("class=\"secret\">([A-Za-z0-9_-]{43})<", made.body());
        assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
        var page = get("/account", mara).body();
        assertThat(page).contains("nightly &lt;b&gt;").doesNotContain(token);

        var bearer = Map.of("Authorization", "Bearer " + token);
        assertThat(service().send("GET", "/api/v1/audits", bearer).statusCode()).isEqualTo(200);
        post("/account/tokens/" + found("/account/tokens/([0-9a-f]{16})/revoke", page) + "/revoke", mara, Map.of());
        assertThat(service().send("GET", "/api/v1/audits", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var other = cookie("mara");
        var mara = cookie("mara");
        assertThat(post("/account/password", mara, Map.of("present", "wrong", "password", "another boat with oars"))
                        .body())
                .contains("the present password is not right");
        var changed =
                post("/account/password", mara, Map.of("present", PASSWORD, "password", "another boat with oars"));
        assertThat(get("/", other).statusCode()).isEqualTo(303);
        assertThat(get("/", mara).statusCode()).isEqualTo(303);
        assertThat(get("/", cookie(changed)).statusCode()).isEqualTo(200);
    }

    private static String now(TestingAccounts accounts, Totp totp) {
        return totp.code(accounts.clock().instant());
    }

    @Test
    void with_a_second_factor_there_is_no_cookie_before_the_code() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("mara", Role.READER);
        var totp = accounts.factor("mara");
        var first = signIn("mara", PASSWORD);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        var step = found("name=\"step\" value=\"([A-Za-z0-9_-]{43})\"", first.body());
        assertThat(get("/", "session=" + step).statusCode()).isEqualTo(303);

        var wrong = post("/sign-in/code", "", Map.of("step", step, "code", "000000", "to", "/files"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(wrong.body()).contains("The code is not right", step);

        var right = post("/sign-in/code", "", Map.of("step", step, "code", now(accounts, totp), "to", "//evil"));
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(right.headers().firstValue("Location").orElseThrow()).doesNotContain("evil");
        assertThat(get("/", cookie(right)).statusCode()).isEqualTo(200);
        assertThat(post("/sign-in/code", "", Map.of("step", step, "code", now(accounts, totp)))
                        .body())
                .contains("That took too long. Sign in again.");
    }

    @Test
    void who_guesses_codes_too_often_is_told_how_long_to_wait() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("mara", Role.READER);
        accounts.factor("mara");
        var step = found(
                "name=\"step\" value=\"([A-Za-z0-9_-]{43})\"",
                signIn("mara", PASSWORD).body());
        for (var tries = 0; tries < 3; tries++) post("/sign-in/code", "", Map.of("step", step, "code", "000000"));
        var answer = post("/sign-in/code", "", Map.of("step", step, "code", "000000"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("Wait 1 second", step);
    }

    @Test
    void a_second_factor_is_set_up_on_ones_own_page_and_switched_off_there() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("mara", Role.READER);
        var other = cookie("mara");
        var mara = cookie("mara");
        assertThat(get("/account", mara).body()).contains("Off: your password is enough.");

        var offered = post("/account/second-factor", mara, Map.of());
        var totp = new Totp(found("[?]secret=([A-Z2-7]{32})&amp;", offered.body()));
        assertThat(offered.body()).contains(totp.legible(), "otpauth://totp/Touchstone:mara?");
        assertThat(offered.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("/account/second-factor", mara).body()).doesNotContain(totp.secret(), totp.legible());
        var wrong = post("/account/second-factor/confirm", mara, Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("the code is not that of this secret", totp.legible());

        var on = post("/account/second-factor/confirm", mara, Map.of("code", now(accounts, totp)));
        assertThat(on.body()).containsPattern("[A-Z2-7]{4}-[A-Z2-7]{4}").doesNotContain(totp.secret(), totp.legible());
        assertThat(get("/", other).statusCode()).isEqualTo(303);
        assertThat(get("/", mara).statusCode()).isEqualTo(303);
        var anew = cookie(on);
        assertThat(get("/account/second-factor", anew).body())
                .contains("10 recovery codes left")
                .doesNotContain(totp.secret(), totp.legible());

        accounts.clock().pass(Duration.ofMinutes(1));
        assertThat(post("/account/second-factor/off", anew, Map.of("password", PASSWORD, "code", "000000"))
                        .body())
                .contains("password or code is not right");
        var off = post("/account/second-factor/off", anew, Map.of("password", PASSWORD, "code", now(accounts, totp)));
        assertThat(off.statusCode()).isEqualTo(303);
        assertThat(get("/account", cookie(off)).body()).contains("Off: your password is enough.");
        assertThat(get("/", anew).statusCode()).isEqualTo(303);
    }

    @Test
    void whoever_needs_a_second_factor_is_led_to_set_it_up_and_gets_nowhere_else() {
        var accounts = start(AccessSettings.LOCAL.requiring(Set.of(Role.ADMIN)));
        accounts.add("ada", Role.ADMIN);
        var ada = cookie("ada");
        for (var path : List.of("/", "/administration/users", "/account", "/files")) {
            var answer = get(path, ada);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/account/second-factor");
            assertThat(answer.body()).isEqualTo("Redirected");
        }
        assertThat(get("/api/v1/audits", ada).statusCode()).isEqualTo(403);
        assertThat(post("/administration/users", ada, Map.of("name", "eve", "role", "admin"))
                        .body())
                .contains("Your role, admin, needs a second factor.");
        assertThat(accounts.accounts().administration().users()).hasSize(1);
        assertThat(get("/account/second-factor", ada).body()).contains("Your role, admin, needs a second factor.");

        var offered = post("/account/second-factor", ada, Map.of());
        var totp = new Totp(found("[?]secret=([A-Z2-7]{32})&amp;", offered.body()));
        var on = post("/account/second-factor/confirm", ada, Map.of("code", now(accounts, totp)));
        assertThat(get("/administration/users", cookie(on)).statusCode()).isEqualTo(200);
    }

    @Test
    void an_administrator_takes_a_second_factor_away() {
        var accounts = start(AccessSettings.LOCAL);
        accounts.add("ada", Role.ADMIN);
        var mara = accounts.add("mara", Role.READER).id();
        accounts.factor("mara");
        var ada = cookie("ada");
        var path = "/administration/users/" + mara + "/second-factor/remove";
        assertThat(get("/administration/users", ada).body()).contains(path, "may sign in, with a second factor");
        assertThat(post(path, ada, Map.of()).statusCode()).isEqualTo(303);
        assertThat(get("/administration/users", ada).body()).doesNotContain(path);
        assertThat(get("/", cookie("mara")).statusCode()).isEqualTo(200);
        assertThat(accounts.log()).contains("ada second_factor.taken_away mara");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, mara, 0123456789abcdef0123456789abcdef, 200",
        "127.0.0.1, eve, 0123456789abcdef0123456789abcdef, 303",
        "127.0.0.1, mara, wrong, 303",
        "127.0.0.1, mara, '', 303",
        "10.0.0.7, mara, 0123456789abcdef0123456789abcdef, 303"
    })
    void a_proxy_is_believed_only_from_its_address_and_with_its_secret(
            String address, String user, String secret, int status) {
        start(behind(address)).add("mara", Role.READER);
        var headers = Map.of(
                "Remote-User", user, "Touchstone-Proxy-Secret", secret, "X-Forwarded-For", "10.0.0.7, 127.0.0.1");
        assertThat(service().send("GET", "/", headers).statusCode()).isEqualTo(status);
    }

    @Test
    void where_no_proxy_is_named_its_headers_are_not_heard() {
        start(AccessSettings.LOCAL).add("mara", Role.READER);
        var headers = Map.of("Remote-User", "mara", "Touchstone-Proxy-Secret", SECRET, "X-Forwarded-User", "mara");
        assertThat(service().send("GET", "/", headers).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 203.0.113.9", "10.0.0.7, 127.0.0.1"})
    void the_audit_log_knows_where_somebody_came_from_as_a_listed_proxy_saw_it(String address, String origin) {
        var accounts = start(behind(address));
        accounts.add("mara", Role.READER);
        service()
                .send(
                        "POST",
                        "/sign-in",
                        Map.of(
                                "X-Forwarded-For", "198.51.100.1, 203.0.113.9",
                                "Sec-Fetch-Site", "same-origin",
                                "Content-Type", "application/x-www-form-urlencoded"),
                        BodyPublishers.ofString("name=mara&password=wrong"));
        assertThat(accounts.ledger()
                        .read(transaction -> transaction.log().after(0, 100))
                        .getLast()
                        .address())
                .isEqualTo(origin);
    }
}
