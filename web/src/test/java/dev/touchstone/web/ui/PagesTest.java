package dev.touchstone.web.ui;

import static dev.touchstone.web.testing.TestingCollections.EDITED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job.State;
import dev.touchstone.auditor.audit.Provenance;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.Golden;
import dev.touchstone.web.app.Beside;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Home.Waiting;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.testing.TestingCollections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages whole, and what must hold of every one. */
class PagesTest {
    private static final Pattern SCRIPT = Pattern.compile("<script src=\"/static/[a-z]+\\.js\" defer></script>");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern OWN_ANCHOR = Pattern.compile(" href=\"#([^\"]+)\"");

    private final Pages pages = new Pages();

    @Test
    void the_audit_looks_as_agreed() {
        Golden.assertSame("audit.html", pages.audit(TestingCollections.few().audit()));
    }

    @Test
    void a_decision_looks_as_agreed() {
        Golden.assertSame("decision.html", document(TestingCollections.few(), "platform/0007-cache.md"));
    }

    @Test
    void minutes_with_several_decisions_look_as_agreed() {
        Golden.assertSame("minutes.html", document(TestingCollections.few(), "board/2025-02-minutes.md"));
    }

    @Test
    void a_document_that_was_edited_names_its_versions_and_leads_to_what_changed() {
        var home = TestingCollections.edited();
        var shown = home.audit().entries().getFirst().sha256();
        assertThat(document(home, EDITED))
                .contains("<h2 id=\"versions\">Versions</h2>", "3 Mar 2026, 09:00 UTC", "<td>mara.lind</td>")
                .contains("What changed since version 2", "/changes?from=", "&amp;to=" + shown)
                .contains("by mara.lind, SHA-256 " + shown.substring(0, 12) + "…");
        assertThat(document(TestingCollections.few(), EDITED)).doesNotContain("Versions", "Came");
    }

    @Test
    void what_changed_between_two_versions_looks_as_agreed() {
        Golden.assertSame("changes.html", changes(Optional.empty()));
    }

    @Test
    void versions_that_cannot_be_compared_say_why() {
        var first = TestingCollections.edited().versions(EDITED).getLast();
        assertThat(changes(Optional.of(first.sha256())))
                .contains("Version 1: it was never scored, and is not while another stands in its place")
                .doesNotContain("Both versions are judged");
    }

    private String changes(Optional<String> from) {
        var home = TestingCollections.edited();
        var entry = new Catalogue(home.audit()).at(EDITED).orElseThrow();
        var comparison = Comparison.of(home, EDITED, from, Optional.empty()).orElseThrow();
        return pages.changes(home.audit(), entry, home.versions(EDITED), comparison);
    }

    @Test
    void an_earlier_version_can_be_read_and_says_that_it_does_not_count() {
        assertThat(earlier(1))
                .contains("Version 2 of Keep session data", "counts in none of its numbers", "It costs nothing to try.")
                .contains("href=\"#r3\"");
        assertThat(earlier(2)).contains("Of this version it was never scored").doesNotContain("<h2 id=\"text\">");
    }

    private String earlier(int place) {
        var home = TestingCollections.edited();
        var entry = new Catalogue(home.audit()).at(EDITED).orElseThrow();
        var versions = home.versions(EDITED);
        var judged = home.version(EDITED, versions.get(place).sha256()).orElseThrow();
        return pages.earlier(home.audit(), entry, versions, versions.get(place), judged, Optional.empty());
    }

    @Test
    void documents_with_nearly_the_same_text_are_named_so_that_nobody_takes_one_argument_for_two() {
        assertThat(document(TestingCollections.edited(), EDITED))
                .contains("Nearly the same text stands in 2 other documents.", "counted in each of them")
                .contains("board/scan.pdf", "the same words")
                .contains("about 83 in 100 runs of five words in common");
        assertThat(document(TestingCollections.few(), EDITED)).doesNotContain("Nearly the same");
    }

    @Test
    void exceptions_stand_beside_their_decision_and_those_that_have_expired_say_so() {
        assertThat(document(TestingCollections.edited(), EDITED))
                .contains("until 31 Mar 2027", "No other cache is certified yet")
                .contains("expired on 31 Dec 2025", "The &lt;trial&gt; ran longer")
                .contains("action=\"/exceptions\"");
        var home = TestingCollections.edited();
        var entry = new Catalogue(home.audit()).at(EDITED).orElseThrow();
        assertThat(pages.readBy(new Reader("Mara", false, false, false, true, ""))
                        .document(home.audit(), entry, Beside.of(home, entry), Optional.empty()))
                .contains("until 31 Mar 2027")
                .doesNotContain("action=\"/exceptions\"");
    }

    @Test
    void the_register_of_exceptions_looks_as_agreed() {
        var home = TestingCollections.edited();
        Golden.assertSame("exceptions.html", pages.exceptions(home.audit(), home.waivers()));
        assertThat(pages.readBy(new Reader("Mara", false, false, false, true, ""))
                        .exceptions(home.audit(), home.waivers()))
                .contains("2 exceptions, 1 of them expired")
                .doesNotContain("Withdraw");
    }

    @Test
    void the_charter_says_what_each_value_bears_on() {
        Golden.assertSame("charter.html", pages.charter(TestingCollections.few().audit()));
    }

    @Test
    void a_reason_that_the_charter_does_not_name_leads_to_its_sentences() {
        var audit = TestingCollections.few().audit();
        Golden.assertSame(
                "unnamed-reason.html",
                pages.unnamedReason(audit, "performance", 1).orElseThrow());
        assertThat(pages.unnamedReason(audit, "security", 1)).isEmpty();
    }

    @Test
    void many_sentences_of_one_reason_are_shown_a_page_at_a_time() {
        var audit = TestingCollections.many().audit();
        assertThat(pages.unnamedReason(audit, "performance", 2).orElseThrow())
                .contains("300 sentences in 300 decisions", "41–80 of 300", "in 41 ms", "in 80 ms")
                .contains("/unnamed-reasons?concern=performance&amp;page=3")
                .doesNotContain("in 40 ms", "in 81 ms");
    }

    @Test
    void sentences_that_the_model_left_to_a_person_are_listed_by_value() {
        var audit = TestingCollections.few().audit();
        Golden.assertSame("unsure.html", pages.unsure(audit, Question.ALL));
        var candour = pages.unsure(audit, Question.ALL.with(Facet.VALUE, "candour"));
        assertThat(candour).contains("1 sentence<", "Support asks to be told").doesNotContain("warm standby");
        assertThat(pages.unsure(audit, Question.ALL.with(Facet.VALUE, "care")))
                .contains("A warm standby is left for later.", "<span class=\"value\">Care for users</span>")
                .doesNotContain("<span class=\"value\">Thrift</span>");
    }

    @Test
    void where_the_model_could_tell_of_every_sentence_nothing_is_said_of_doubt() {
        var audit = TestingCollections.many().audit();
        assertThat(pages.audit(audit)).doesNotContain("could not tell");
        assertThat(pages.charter(audit)).doesNotContain("unsure");
        assertThat(Report.render(audit)).doesNotContain("could not tell", "unsure");
        assertThat(document(TestingCollections.few(), "board/2025-02-minutes.md"))
                .doesNotContain("nsure");
    }

    @Test
    void it_is_said_when_no_reason_beside_the_charter_recurs() {
        assertThat(pages.audit(bundling("performance")))
                .contains("No concern beside the charter recurs: 1 concern is a reason in fewer than five decisions")
                .doesNotContain("class=\"unnamed\"");
        assertThat(pages.audit(bundling("performance", "security")))
                .contains("No reason was recognised that none of them bears on.");
    }

    private static Audit bundling(String... concerns) {
        var audit = TestingCollections.few().audit();
        var bundle = new Bundle(TestingCollections.CANDOUR.id(), List.of(concerns), Bundle.Origin.LISTED);
        return Audit.of(
                audit.charter(),
                new Provenance("0.1.0", "testing 1", List.of(bundle)),
                audit.entries(),
                audit.skipped());
    }

    @Test
    void where_nothing_is_known_of_concerns_no_reason_is_said_to_be_missing() {
        var audit = TestingCollections.few().audit();
        var silent = Audit.of(
                audit.charter(), new Provenance("0.1.0", "older", List.of()), audit.entries(), audit.skipped());
        assertThat(pages.audit(silent)).doesNotContain("does not name");
        assertThat(Report.render(silent)).doesNotContain("does not name");
        assertThat(pages.charter(silent)).doesNotContain("Bears on");
    }

    @Test
    void the_report_looks_as_agreed() {
        var report = Report.render(TestingCollections.few().audit());
        Golden.assertSame("report.html", report.replaceFirst("base64,[A-Za-z0-9+/=]+", "base64,…"));
        assertThat(Report.render(TestingCollections.few().audit())).isEqualTo(report);
    }

    @Test
    void the_report_needs_nothing_beside_it() {
        var report = Report.render(TestingCollections.few().audit());
        assertThat(report).doesNotContain("src=", "<script", "style=", "<style", "href=\"/", "href=\"http");
    }

    @Test
    void a_file_that_failed_has_a_page_that_says_why() {
        assertThat(document(TestingCollections.few(), "board/scan.pdf"))
                .contains("This file could not be read: the PDF is protected by a password");
    }

    @Test
    void the_files_inside_a_container_are_shown_with_their_ends() {
        assertThat(document(TestingCollections.few(), "mail/tender.eml"))
                .contains("plan.docx", "the file ends in the middle", "Keep the access log of region 4");
    }

    @Test
    void a_reader_sees_who_they_are_what_is_theirs_and_the_way_out() {
        var audit = TestingCollections.few().audit();
        var page = pages.readBy(new Reader("Mara <b>", true, true, true, true, "a note"))
                .charter(audit);
        assertThat(page)
                .contains("<a href=\"/account\">Mara &lt;b&gt;</a>", "<a href=\"/administration/users\">")
                .contains("<form action=\"/sign-out\" method=\"post\">", "<p class=\"made\">a note</p>")
                .contains("href=\"/upload\"");
        assertThat(pages.readBy(new Reader("Mara", false, false, false, false, ""))
                        .charter(audit))
                .contains("<a href=\"/account\">Mara</a>")
                .doesNotContain("/administration", "/sign-out", "href=\"/upload\"");
        assertThat(pages.charter(audit)).doesNotContain("/account", "/sign-out");
        assertThat(pages.readBy(Reader.DEMO).charter(audit))
                .contains("This is the demo: it needs no account and serves this machine only.");
    }

    @Test
    void who_sees_several_collections_chooses_the_one_that_files_join() {
        var audit = TestingCollections.few().audit();
        assertThat(pages.upload(audit, List.of("board", "records"), "", "limits"))
                .contains("<select id=\"collection\" name=\"collection\" required>")
                .contains("<option value=\"\">Choose one</option>", "<option value=\"board\">board</option>");
        assertThat(pages.upload(audit, List.of("records"), "", "limits")).doesNotContain("<select");
    }

    @Test
    void files_on_their_way_are_listed_with_how_far_they_have_come() {
        var audit = TestingCollections.few().audit();
        assertThat(pages.files(audit, List.of(new Waiting("a.md", "", State.READING)), Question.ALL))
                .contains("On their way", "<li>a.md <span class=\"state\">being read</span></li>");
        assertThat(pages.files(audit, List.of(), Question.ALL)).doesNotContain("On their way");
    }

    @Test
    void authors_are_never_shown() {
        for (var page : all(TestingCollections.few())) assertThat(page).doesNotContain("Somebody Unnamed");
    }

    @Test
    void nothing_of_an_audit_becomes_part_of_the_page() {
        for (var page : all(TestingCollections.hostile())) {
            assertThat(SCRIPT.matcher(page).replaceAll(""))
                    .doesNotContain("<script", "<img", "<svg/", "<b ", "<style", "href=\"javascript");
            // Outside quoted attributes, where an escaped name may well say "onclick=".
            assertThat(page).doesNotContainPattern("<[a-z](?:[^>\"]|\"[^\"]*\")*? on[a-z]+=");
        }
    }

    @Test
    void nothing_is_inline_and_nothing_comes_from_elsewhere() {
        for (var home : List.of(TestingCollections.few(), TestingCollections.none(), TestingCollections.many()))
            for (var page : all(home))
                assertThat(page).doesNotContain(" style=", "<style", "src=\"http", "@import", "onclick=");
    }

    @Test
    void ids_are_unique_and_anchors_lead_somewhere() {
        for (var page : all(TestingCollections.few())) {
            var ids = ID.matcher(page).results().map(match -> match.group(1)).toList();
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(OWN_ANCHOR.matcher(page).results().map(match -> match.group(1)))
                    .allSatisfy(anchor -> assertThat(ids).contains(anchor));
        }
    }

    private List<String> all(Home home) {
        var audit = home.audit();
        var shown = new ArrayList<>(List.of(
                pages.audit(audit),
                pages.decisions(audit, Question.ALL),
                pages.references(audit, Question.ALL),
                pages.unsure(audit, Question.ALL),
                pages.tradeOffs(audit, Question.ALL),
                pages.files(audit, List.of(new Waiting("<script>.md", "", State.READING)), Question.ALL),
                pages.charter(audit),
                pages.method(audit),
                pages.upload(audit, List.of("<script>", "b"), "<script>", "limits"),
                pages.misunderstood(audit, Question.ALL.asking("<script>"), "<script>"),
                pages.problem(404, "<script>", "<script>")));
        audit.unnamed()
                .recurring()
                .forEach(reason -> shown.add(
                        pages.unnamedReason(audit, reason.concern(), 1).orElseThrow()));
        audit.all().limit(20).forEach(entry -> shown.add(document(home, entry.path())));
        return shown;
    }

    private String document(Home home, String path) {
        Audit audit = home.audit();
        var entry = new Catalogue(audit).at(path).orElseThrow();
        return pages.document(audit, entry, Beside.of(home, entry), Optional.empty());
    }
}
