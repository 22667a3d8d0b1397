package dev.touchstone.web.http;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.access.AccessTable.Rule;
import dev.touchstone.web.json.DocumentId;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Goal Z2: to whoever is no member, a confidential collection is as if it had never been. Every answer of a home that has one is
 * compared with the answer of a home in which there never was one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConfidentialityTest {
    private static final String JOB = "{job}";
    private static final String SECRET_JOB = "{secret-job}";
    private static final DocumentId COPY = DocumentId.of("board:heron/0002-shared.md");

    /** Of each route that is read the addresses that are asked: those of open documents, of secret ones, and of none. */
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            entry("/", List.of("/")),
            entry("/decisions", lists("/decisions", "sort=newest", "value=candour&presence=at_work")),
            entry("/references", lists("/references", "value=thrift", "role=reason")),
            entry("/unsure", lists("/unsure", "value=thrift")),
            entry("/trade-offs", lists("/trade-offs", "gave_way=thrift")),
            entry("/files", lists("/files")),
            entry("/documents/{id}", documents("/documents/%s", "/documents/%s?passage=0-20")),
            entry(
                    "/documents/{id}/versions/{version}",
                    documents(
                            "/documents/%s/versions/" + Sha256.of(TestingTeams.SECRET),
                            "/documents/%s/versions/" + Sha256.of(TestingTeams.DRAFT),
                            "/documents/%s/versions/" + Sha256.of(TestingTeams.SECRET_DRAFT))),
            entry(
                    "/documents/{id}/changes",
                    documents(
                            "/documents/%s/changes",
                            "/documents/%s/changes?from=" + Sha256.of(TestingTeams.SECRET_DRAFT))),
            entry("/search", searches("/search?q=%s")),
            entry("/exceptions", List.of("/exceptions")),
            entry("/charter", List.of("/charter")),
            entry(
                    "/unnamed-reasons",
                    List.of("/unnamed-reasons?concern=performance", "/unnamed-reasons?concern=performance&page=2")),
            entry("/method", List.of("/method")),
            entry("/report.html", List.of("/report.html")),
            entry("/upload", List.of("/upload")),
            entry("/jobs/{id}", jobs("/jobs/%s")),
            entry("/sign-in", List.of("/sign-in", "/sign-in?to=/documents/" + TestingTeams.SECRET_ID)),
            entry("/set-up", List.of("/set-up")),
            entry("/new-password", List.of("/new-password")),
            entry("/account", List.of("/account")),
            entry("/account/second-factor", List.of("/account/second-factor")),
            entry("/administration/users", List.of("/administration/users")),
            entry("/administration/collections", List.of("/administration/collections")),
            entry("/api/v1/openapi.json", List.of("/api/v1/openapi.json")),
            entry(
                    "/api/v1/documents",
                    List.of(
                            "/api/v1/documents",
                            "/api/v1/documents?limit=1",
                            "/api/v1/documents?limit=3&cursor=" + TestingTeams.OPEN_ID,
                            "/api/v1/documents?cursor=" + TestingTeams.SECRET_ID,
                            "/api/v1/documents?cursor=" + COPY)),
            entry("/api/v1/documents/{id}", documents("/api/v1/documents/%s")),
            entry("/api/v1/documents/{id}/original", documents("/api/v1/documents/%s/original")),
            entry("/api/v1/documents/{id}/text", documents("/api/v1/documents/%s/text")),
            entry("/api/v1/documents/{id}/versions", documents("/api/v1/documents/%s/versions")),
            entry("/api/v1/documents/{id}/changes", documents("/api/v1/documents/%s/changes")),
            entry("/api/v1/documents/{id}/alike", documents("/api/v1/documents/%s/alike")),
            entry("/api/v1/collections", List.of("/api/v1/collections")),
            entry("/api/v1/jobs/{id}", jobs("/api/v1/jobs/%s")),
            entry("/api/v1/search", searches("/api/v1/search?q=%s")),
            entry("/api/v1/audits", List.of("/api/v1/audits")),
            entry("/api/v1/audits/current", List.of("/api/v1/audits/current")),
            entry("/api/v1/exceptions", List.of("/api/v1/exceptions")),
            entry("/api/v1/charters", List.of("/api/v1/charters")),
            entry("/api/v1/references.csv", List.of("/api/v1/references.csv")),
            entry("/health/live", List.of("/health/live")),
            entry("/health/ready", List.of("/health/ready")),
            entry("/metrics", List.of("/metrics")));

    @TempDir
    private static Path folder;

    private TestingTeams with;
    private TestingTeams without;
    private String secretJob;
    private String secretException;
    private Map<TestingTeams, String> jobs;

    @BeforeAll
    void start() {
        with = new TestingTeams(folder.resolve("with"), true);
        without = new TestingTeams(folder.resolve("without"), false);
        allow(with, TestingTeams.name(Role.AUDITOR), TestingTeams.OPEN_ID);
        allow(without, TestingTeams.name(Role.AUDITOR), TestingTeams.OPEN_ID);
        secretException = allow(with, TestingTeams.MEMBER, TestingTeams.SECRET_ID);
        secretJob = with.upload(
                TestingTeams.MEMBER, "heron-nest.md", "We tell of the heron nest.\n", Map.of("collection", "board"));
        jobs = Map.of(with, openJob(with), without, openJob(without));
    }

    /** Writes an exception down; gives its id. */
    private static String allow(TestingTeams teams, String user, DocumentId document) {
        var answer = teams.send("/api/v1/exceptions", user, exception(document));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst("(?s).*\"id\": \"([0-9a-f]{16})\".*", "$1");
    }

    private static TestingForm exception(DocumentId document) {
        return TestingForm.fields(Map.of(
                "document", document.text(),
                "decision", "d1",
                "value", "thrift",
                "approved_by", "the pilots",
                "because", "no other boat",
                "until", "2099-12-31"));
    }

    private static String openJob(TestingTeams teams) {
        return teams.upload(TestingTeams.name(Role.AUTHOR), "tide.md", "We tell the tide.\n", Map.of());
    }

    @AfterAll
    void stop() {
        with.close();
        without.close();
    }

    private static List<String> lists(String path, String... more) {
        return Stream.concat(
                        Stream.of("", "team=heron", "team=harbour", "quarter=2031-Q3", "page=2", "from=2031-01-01"),
                        Stream.of(more))
                .map(query -> path + "?" + query)
                .toList();
    }

    private static List<String> searches(String path) {
        return Stream.of(
                        "heron",
                        "her*",
                        "tell",
                        "cost&team=heron",
                        "cost&team=harbour",
                        "cost&quarter=2031-Q3",
                        "cost&page=2",
                        "%22we+tell%22",
                        "title%3Aheron",
                        "team%3Aheron",
                        "path%3Aheron*",
                        "herom%7E",
                        "NOT+tell",
                        "")
                .map(path::formatted)
                .toList();
    }

    private static List<String> documents(String... paths) {
        var ids = List.of(
                TestingTeams.OPEN_ID.text(),
                TestingTeams.SECRET_ID.text(),
                TestingTeams.ESSAY_ID.text(),
                COPY.text(),
                DocumentId.of("heron/0001-merger.md").text(),
                DocumentId.of("board:heron/broken.md").text(),
                DocumentId.of("harbour/0002-shared.md").text(),
                DocumentId.of("harbour/broken.md").text(),
                Sha256.of(TestingTeams.SECRET),
                Sha256.of(TestingTeams.SHARED),
                "0123456789abcdef");
        return Stream.of(paths)
                .flatMap(path -> ids.stream().map(path::formatted))
                .toList();
    }

    private static List<String> jobs(String path) {
        return Stream.of(JOB, SECRET_JOB, "0123456789abcdef")
                .map(path::formatted)
                .toList();
    }

    @Test
    @Order(1)
    void every_route_that_is_read_has_addresses_to_be_asked() {
        assertThat(SAMPLES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        reads().map(Rule::path).distinct().toList());
    }

    private static Stream<Rule> reads() {
        return AccessTable.rules().stream().filter(rule -> rule.method().equals("GET"));
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void an_outsider_gets_what_they_would_get_had_the_documents_never_been(Role role) {
        for (var rule : reads().toList())
            for (var sample : SAMPLES.getOrDefault(rule.path(), List.of())) {
                if (isMeantToTell(rule, role)) continue;
                assertSame(sample, ask(with, sample, role), ask(without, sample, role));
            }
    }

    /** Administrators keep collections, and watch how much is done; neither tells them what the documents say. */
    private static boolean isMeantToTell(Rule rule, Role role) {
        return role == Role.ADMIN
                && Set.of("/administration/collections", "/metrics").contains(rule.path());
    }

    @Test
    @Order(2)
    void what_an_administrator_is_told_of_a_collection_is_its_name_its_members_and_sums() {
        for (var path : List.of("/administration/collections", "/metrics"))
            assertThat(ask(with, path, Role.ADMIN).body()).doesNotContain(TestingTeams.HERON);
        assertThat(ask(with, "/administration/collections", Role.ADMIN).body()).contains(TestingTeams.BOARD);
        assertThat(ask(with, "/metrics", Role.ADMIN).body()).doesNotContain(TestingTeams.BOARD);
    }

    @Test
    @Order(2)
    void a_token_sees_no_more_than_its_user() {
        for (var rule : reads().toList()) {
            if (rule.path().startsWith("/administration") || rule.path().equals("/metrics")) continue;
            for (var sample : SAMPLES.getOrDefault(rule.path(), List.of()))
                assertSame(sample, byToken(with, sample), byToken(without, sample));
        }
    }

    @Test
    @Order(2)
    void a_member_finds_what_outsiders_do_not() {
        assertThat(with.get("/documents/" + TestingTeams.SECRET_ID, TestingTeams.MEMBER)
                        .body())
                .contains("heron merger");
        assertThat(with.get("/api/v1/search?q=heron", TestingTeams.MEMBER).body())
                .contains("board:heron/0001-merger.md", "\"heron\"");
        assertThat(with.get("/files", TestingTeams.MEMBER).body()).contains("heron/logo.png", "heron/broken.md");
        assertThat(with.get("/jobs/" + secretJob, TestingTeams.MEMBER).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(2)
    void versions_are_told_to_members_of_their_collection_only() {
        var changes = "/documents/" + TestingTeams.SECRET_ID + "/changes";
        assertThat(with.get(changes, TestingTeams.MEMBER).body()).contains("We tell nobody of the heron merger.");
        assertThat(with.get(changes, TestingTeams.name(Role.ADMIN)).statusCode())
                .isEqualTo(404);
        assertThat(with.get("/documents/" + TestingTeams.OPEN_ID + "/changes", TestingTeams.name(Role.READER))
                        .body())
                .contains("We tell little of the harbour log.", "We tell all of the harbour log.");
    }

    @Test
    @Order(2)
    void a_text_is_like_those_only_that_one_may_see() {
        var alike = "/api/v1/documents/" + TestingTeams.ESSAY_ID + "/alike";
        assertThat(with.get(alike, TestingTeams.MEMBER).body())
                .contains("\"likeness\": 1.00", "\"board:heron/essay.md\"");
        assertThat(with.get(alike, TestingTeams.name(Role.ADMIN)).body()).contains("\"alike\": []");
    }

    @Test
    @Order(2)
    void an_exception_is_in_the_register_of_those_who_may_see_its_document() {
        assertThat(with.get("/exceptions", TestingTeams.MEMBER).body()).contains("board:heron/0001-merger.md");
        assertThat(with.get("/exceptions", TestingTeams.name(Role.READER)).body())
                .contains("harbour/0001-log.md", "the pilots")
                .doesNotContain("heron");
        assertThat(with.send("/api/v1/exceptions", TestingTeams.name(Role.ADMIN), exception(TestingTeams.SECRET_ID))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "AUDITOR"})
    @Order(3)
    void nothing_that_an_outsider_does_to_a_secret_id_shows_that_it_is_one(Role role) {
        for (var path : List.of(
                "/api/v1/documents/" + TestingTeams.SECRET_ID + "?because=gone",
                "/api/v1/documents/" + COPY + "?because=gone",
                "/api/v1/documents/" + TestingTeams.SECRET_ID,
                "/api/v1/exceptions/" + secretException + "?because=gone",
                "/api/v1/jobs/" + secretJob))
            assertSame(
                    path,
                    with.send("DELETE", path, TestingTeams.name(role)),
                    without.send("DELETE", path, TestingTeams.name(role)));
        assertThat(with.get("/documents/" + TestingTeams.SECRET_ID, TestingTeams.MEMBER)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN", "AUDITOR", "AUTHOR"})
    @Order(4)
    void a_collection_of_others_takes_an_upload_as_one_that_does_not_exist(Role role) {
        for (var path : List.of("/api/v1/documents", "/upload")) {
            var form = TestingForm.file("x.md", TestingTeams.SECRET, Map.of("collection", TestingTeams.BOARD));
            var answer = with.send(path, TestingTeams.name(role), form);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertSame(path, answer, without.send(path, TestingTeams.name(role), form));
        }
    }

    @Test
    @Order(5)
    void bytes_that_others_have_are_new_when_an_outsider_sends_them() {
        var author = TestingTeams.name(Role.AUTHOR);
        var answers = new ArrayList<List<String>>();
        for (var teams : List.of(with, without)) {
            var shown = new ArrayList<String>();
            var api = teams.upload(author, "mine.md", TestingTeams.SECRET, Map.of());
            shown.add(plain(teams, teams.get("/api/v1/jobs/" + api, author)).replace(api, JOB));
            shown.add(plain(teams, teams.get("/jobs/" + api, author)).replace(api, JOB));
            var copy = teams.upload(
                    author, "a.md", "We tell of the heron nest.\n", Map.of("path", "heron/0001-merger.md"));
            shown.add(plain(teams, teams.get("/api/v1/jobs/" + copy, author)).replace(copy, JOB));
            for (var path : List.of("/files", "/api/v1/documents", "/api/v1/search?q=heron", "/search?q=heron"))
                shown.add(plain(teams, teams.get(path, author)));
            for (var path : documents(
                    "/documents/%s",
                    "/api/v1/documents/%s", "/api/v1/documents/%s/text", "/api/v1/documents/%s/original"))
                shown.add(plain(teams, teams.get(path, author)));
            var mine = DocumentId.of("uploads/mine.md");
            shown.add(plain(teams, teams.get("/api/v1/documents/" + mine + "/original", author)));
            answers.add(shown);
        }
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
        assertThat(answers.getFirst().getFirst())
                .contains("\"duplicate\": false")
                .doesNotContain("board");
    }

    @Test
    @Order(6)
    void a_member_sees_it_from_the_next_request_on_and_no_longer_after_removal() {
        var reader = TestingTeams.name(Role.READER);
        var administration = with.accounts().administration();
        var board = administration.collections().stream()
                .filter(one -> one.collection().name().equals(TestingTeams.BOARD))
                .findFirst()
                .orElseThrow()
                .collection();
        var members = "/administration/collections/" + board.id() + "/members";
        var chosen = TestingForm.fields(
                Map.of("user", administration.user(reader).id().toString()));
        var secret = "/documents/" + TestingTeams.SECRET_ID;

        assertThat(with.get(secret, reader).statusCode()).isEqualTo(404);
        assertThat(with.send(members, TestingTeams.name(Role.ADMIN), chosen).statusCode())
                .isEqualTo(303);
        assertThat(with.get(secret, reader).body()).contains("heron merger");
        assertThat(with.get("/api/v1/search?q=merger", reader).body()).contains("board:heron/0001-merger.md");
        assertThat(with.send(members + "/remove", TestingTeams.name(Role.ADMIN), chosen)
                        .statusCode())
                .isEqualTo(303);
        assertThat(with.get(secret, reader).statusCode()).isEqualTo(404);
        assertThat(with.get("/api/v1/search?q=merger", reader).body()).doesNotContain("board:");
    }

    private HttpResponse<String> ask(TestingTeams teams, String sample, Role role) {
        return teams.get(address(teams, sample), TestingTeams.name(role));
    }

    private String address(TestingTeams teams, String sample) {
        return sample.replace(JOB, jobs.getOrDefault(teams, "")).replace(SECRET_JOB, secretJob);
    }

    private HttpResponse<String> byToken(TestingTeams teams, String sample) {
        var headers = Map.of("Authorization", "Bearer " + teams.token(TestingTeams.name(Role.AUDITOR)));
        return teams.service().send("GET", address(teams, sample), headers, BodyPublishers.noBody());
    }

    private void assertSame(String what, HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(plain(with, one)).as(what).isEqualTo(plain(without, other));
    }

    /** Status, headers and body, without what is random. */
    private String plain(TestingTeams teams, HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id"));
        var text = "%d %s%n%s".formatted(answer.statusCode(), headers, answer.body());
        return teams.unmistakable(text).replace(jobs.get(teams), JOB);
    }
}
