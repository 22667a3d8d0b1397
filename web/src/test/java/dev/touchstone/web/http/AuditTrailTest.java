package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.access.Deed;
import dev.touchstone.web.json.DocumentId;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Goal Z3: who did what, with which request and from where, is in the audit log. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTrailTest {
    private static final String ADMIN = TestingTeams.name(Role.ADMIN);
    private static final String AUDITOR = TestingTeams.name(Role.AUDITOR);
    private static final String AUTHOR = TestingTeams.name(Role.AUTHOR);
    private static final String LEADER = TestingTeams.name(Role.LEADER);

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

    /** What the log says of the request that got this answer, each entry as {@code who act subject details}. */
    private List<String> told(HttpResponse<String> answer) {
        var request = answer.headers().firstValue(Requests.HEADER).orElseThrow();
        return teams.log().stream()
                .filter(entry -> entry.request().equals(request))
                .map(entry -> {
                    assertThat(entry.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
                    return "%s %s %s %s".formatted(entry.actor(), entry.act(), entry.subject(), entry.details());
                })
                .toList();
    }

    private HttpResponse<String> post(String path, String user, Map<String, String> fields) {
        return teams.send(path, user, TestingForm.fields(fields));
    }

    @Test
    void every_view_of_a_confidential_document_is_told_page_and_api_alike() {
        for (var rule : AccessTable.rules()) {
            if (!rule.method().equals("GET") || !rule.path().contains("/documents/{id}")) continue;
            var path = rule.path()
                    .replace("{id}", TestingTeams.SECRET_ID.text())
                    .replace("{version}", Sha256.of(TestingTeams.SECRET_DRAFT));
            var answer = teams.get(path, TestingTeams.MEMBER);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(told(answer))
                    .as(path)
                    .containsExactly("ada document.viewed board:heron/0001-merger.md {\"collection\":\"board\"}");
        }
    }

    @Test
    void views_of_open_documents_and_of_what_one_may_not_see_are_not() {
        assertThat(told(teams.get("/documents/" + TestingTeams.OPEN_ID, TestingTeams.MEMBER)))
                .isEmpty();
        assertThat(told(teams.get("/documents/" + TestingTeams.SECRET_ID, LEADER)))
                .isEmpty();
    }

    @Test
    void everything_that_is_taken_out_whole_is_told_with_the_collections_that_are_in_it() {
        var exports = new ArrayList<String>();
        for (var rule : AccessTable.rules()) {
            if (rule.deed() != Deed.EXPORT) continue;
            assertThat(told(teams.get(rule.path(), LEADER)))
                    .as(rule.path())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line).endsWith(" {\"collections\":\"records\"}"));
            exports.addAll(told(teams.get(rule.path(), TestingTeams.MEMBER)));
        }
        assertThat(exports)
                .containsExactly(
                        "ada results.exported report {\"collections\":\"board, records\"}",
                        "ada results.exported audit {\"collections\":\"board, records\"}",
                        "ada results.exported references {\"collections\":\"board, records\"}");
    }

    @Test
    void signing_in_failing_to_and_signing_out_are_told() {
        var name = "the.reader";
        assertThat(told(post("/sign-in", name, Map.of("name", name, "password", "four oars one boat"))))
                .contains("the.reader session.opened the.reader {}");
        assertThat(told(post("/sign-in", name, Map.of("name", name, "password", "not the password"))))
                .containsExactly("nobody sign_in.failed the.reader {}");
        assertThat(told(teams.send("POST", "/sign-out", TestingTeams.name(Role.REVIEWER))))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("the.reviewer session.ended "));
    }

    @Test
    void an_upload_and_a_deletion_are_told_with_what_and_why() {
        var text = "We tell the weather.\n";
        var sent = teams.send("/api/v1/documents", AUTHOR, TestingForm.file("weather.md", text, Map.of()));
        assertThat(told(sent)).hasSize(2);
        assertThat(told(sent).getFirst()).startsWith("the.author document.added uploads/weather.md {\"document\":\"");
        assertThat(told(sent).getLast())
                .startsWith("the.author upload.received ")
                .endsWith(" {\"collection\":\"records\",\"files\":\"1\",\"known\":\"0\"}");
        teams.settle();
        assertThat(told(teams.send("/api/v1/documents", AUTHOR, TestingForm.file("again.md", text, Map.of()))))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).endsWith(",\"known\":\"1\"}"));

        var id = DocumentId.of("uploads/weather.md");
        var gone = teams.send("DELETE", "/api/v1/documents/" + id + "?because=sent%20by%20mistake", AUDITOR);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(told(gone))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith(
                                "the.auditor document.deleted uploads/weather.md {\"because\":\"sent by mistake\""));
    }

    @Test
    void changes_of_roles_and_collections_are_told_with_before_and_after() {
        var administration = teams.accounts().administration();
        var reader = administration.user("the.reader");
        assertThat(told(post("/administration/users/" + reader.id() + "/role", ADMIN, Map.of("role", "author"))))
                .containsExactly("the.admin user.role_changed the.reader {\"after\":\"AUTHOR\",\"before\":\"READER\"}");

        var made = post("/administration/collections", ADMIN, Map.of("name", "crew", "access", "open"));
        assertThat(told(made)).containsExactly("the.admin collection.made crew {\"access\":\"OPEN\"}");
        var crew = administration.collections().stream()
                .filter(one -> one.collection().name().equals("crew"))
                .findFirst()
                .orElseThrow()
                .collection();
        var path = "/administration/collections/" + crew.id();
        var user = Map.of("user", reader.id().toString());
        assertThat(told(post(path + "/members", ADMIN, user)))
                .containsExactly("the.admin collection.member_added crew {\"member\":\"the.reader\"}");
        assertThat(told(post(path + "/members/remove", ADMIN, user)))
                .containsExactly("the.admin collection.member_removed crew {\"member\":\"the.reader\"}");
        assertThat(told(post(path + "/access", ADMIN, Map.of("access", "confidential"))))
                .containsExactly(
                        "the.admin collection.restricted crew {\"after\":\"CONFIDENTIAL\",\"before\":\"OPEN\"}");
    }

    @Test
    void an_exception_is_told_and_nobody_writes_down_one_that_they_allowed_themselves() {
        for (var own : List.of("the.auditor", " The.Auditor ")) {
            var refused = post("/api/v1/exceptions", AUDITOR, exception(own));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("nobody writes down an exception that they allowed themselves");
            assertThat(told(refused)).isEmpty();
        }
        var written = post("/api/v1/exceptions", AUDITOR, exception("the.admin"));
        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(told(written))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line)
                        .startsWith(
                                "the.auditor exception.allowed harbour/0001-log.md {\"approved_by\":\"the.admin\""));
    }

    private static Map<String, String> exception(String approvedBy) {
        return Map.of(
                "document", TestingTeams.OPEN_ID.text(),
                "decision", "d1",
                "value", "thrift",
                "approved_by", approvedBy,
                "because", "no other boat",
                "until", "2099-12-31");
    }

    @Test
    void the_chain_holds_and_no_entry_has_text_of_a_document() {
        teams.get("/report.html", LEADER);
        Verdict verdict =
                teams.archive().ledger().read(transaction -> transaction.log().verify(Optional.empty()));
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(teams.log()).extracting(LogEntry::details).noneMatch(details -> details.contains("merger."));
    }
}
