package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.testing.TestingCollections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The pages in a real browser: what they do, that they fit, that they keep to their own policy, that keys suffice. */
@Tag("full")
class BrowserTest {
    private static final String DECISION = "/documents/" + DocumentId.of("platform/0007-cache.md");
    private static final String MINUTES = "/documents/" + DocumentId.of("board/2025-02-minutes.md");
    private static final String FAILED = "/documents/" + DocumentId.of("board/scan.pdf");

    @TempDir
    private static Path folder;

    private static final TestingService FEW = new TestingService(TestingCollections.few());
    private static final TestingService MANY = new TestingService(TestingCollections.many());
    private static final TestingService NONE = new TestingService(TestingCollections.none());
    private static final TestingService HOSTILE = new TestingService(TestingCollections.hostile());
    private static final TestingService LONG = new TestingService(TestingCollections.long_titles());

    private static TestingBrowser browser;

    @BeforeAll
    static void start() {
        for (var service : List.of(FEW, MANY, NONE, HOSTILE, LONG)) service.start();
        browser = new TestingBrowser(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        browser.close();
        for (var service : List.of(FEW, MANY, NONE, HOSTILE, LONG)) service.close();
    }

    private static List<String> everywhere() {
        var addresses = new ArrayList<String>();
        for (var path : List.of(
                "/",
                "/decisions",
                "/references",
                "/unsure",
                "/trade-offs",
                "/files",
                "/search?q=a",
                "/charter",
                "/unnamed-reasons?concern=performance",
                "/method",
                "/upload",
                "/nowhere"))
            for (var service : List.of(FEW, MANY, NONE, HOSTILE, LONG)) addresses.add(service.address(path));
        for (var path : List.of(DECISION, MINUTES, FAILED)) addresses.add(FEW.address(path));
        addresses.add(HOSTILE.address("/documents/" + DocumentId.of("a/<script>window.__xss=1</script>.md")));
        addresses.add(LONG.address("/documents/"
                + DocumentId.of("long/"
                        + "Consolidate-the-regional-ledgers-and-their-reconciliation-jobs-".repeat(4)
                        + ".md")));
        return addresses;
    }

    @Test
    void no_page_is_wider_than_the_window_and_none_breaks_its_policy() {
        for (var width : List.of(1280, 390)) {
            browser.resize(width, 900);
            for (var address : everywhere()) {
                browser.open(address);
                assertThat(browser.number("return document.documentElement.scrollWidth - innerWidth"))
                        .as(width + " " + address)
                        .isLessThanOrEqualTo(0);
                assertThat(browser.script("return window.__xss")).as(address).isNull();
            }
        }
        assertThat(browser.complaints()).noneMatch(line -> !line.contains("404"));
    }

    @Test
    void from_a_number_to_its_sentence_in_the_text_in_two_clicks() {
        browser.resize(1280, 900);
        browser.open(FEW.address("/"));
        browser.click("table.values a[href='/references?value=thrift&effect=given_up']");
        assertThat(browser.text("h1")).isEqualTo("References");
        browser.click(".quotation .where a");
        assertThat(browser.text("h1")).isEqualTo("Keep session data in one cache, and say so");
        assertThat(browser.address()).endsWith("#r4");
        assertThat(browser.truth("return document.querySelector('#r4').matches(':target')"))
                .isTrue();
        assertThat(browser.number("return document.querySelector('#r4').getBoundingClientRect().top"))
                .isBetween(0L, 900L);
    }

    @Test
    void from_a_reason_that_the_charter_does_not_name_to_its_sentence_in_two_clicks() {
        browser.resize(1280, 900);
        browser.open(FEW.address("/"));
        browser.click(".unnamed h3 a");
        assertThat(browser.text("h1")).isEqualTo("Performance");
        browser.click(".quotation .where a");
        assertThat(browser.text("mark.sought")).contains("a session is found ten times as fast");
    }

    @Test
    void keys_step_through_the_references_and_open_their_reasons() {
        browser.resize(1280, 900);
        browser.open(FEW.address(DECISION));
        browser.press("j");
        assertThat(browser.focused("id")).isEqualTo("r1");
        browser.press("jj");
        assertThat(browser.focused("id")).isEqualTo("r3");
        browser.press("k");
        assertThat(browser.focused("id")).isEqualTo("r2");
        browser.press("o");
        assertThat(browser.truth("return document.getElementById('n2').open")).isTrue();
        browser.press("?");
        assertThat(browser.truth("return document.getElementById('keys').open")).isTrue();
        browser.press(Keys.ESCAPE.toString());
        assertThat(browser.truth("return document.getElementById('keys').open")).isFalse();
        browser.press("gd");
        browser.waitFor("h1", "Decisions");
    }

    @Test
    void the_first_stop_of_the_tab_key_skips_to_the_content() {
        browser.resize(1280, 900);
        browser.open(FEW.address("/"));
        browser.press(Keys.TAB.toString());
        assertThat(browser.focused("class")).isEqualTo("skip");
        browser.press(Keys.ENTER.toString());
        assertThat(browser.focused("id")).isEqualTo("main");
    }

    @Test
    void a_link_to_a_note_shows_its_reasons() {
        browser.open(FEW.address(DECISION + "#n4"));
        assertThat(browser.truth("return document.getElementById('n4').open")).isTrue();
        assertThat(browser.text("#n4 .signals")).contains("Charter’s word", "thrift");
    }

    @Test
    void a_search_narrows_by_its_facets_and_opens_at_the_passage() {
        browser.resize(1280, 900);
        browser.open(MANY.address("/search"));
        browser.type("#q", "history questions");
        browser.press(Keys.ENTER.toString());
        browser.waitFor(".found", "200 passages in 200 documents");
        assertThat(browser.text("mark.hit")).isEqualTo("history");
        browser.click(".facets a[href*='effect=given_up']");
        browser.waitFor(".found", "100 passages in 100 documents");
        browser.click(".hit h2 a");
        assertThat(browser.text("mark.given-up")).contains("Support loses the history");
    }

    @Test
    void several_files_go_up_with_progress_and_end_with_their_scorecards() throws IOException {
        browser.resize(1280, 900);
        var good = Files.writeString(folder.resolve("plan.md"), "Tell the customers before the press.");
        var bad = Files.writeString(folder.resolve("broken.pdf"), "%PDF");
        browser.open(FEW.address("/upload"));
        browser.type("#files", good + "\n" + bad);
        browser.click("#upload button");
        browser.waitFor("h1", "Your documents are scored");
        assertThat(browser.text(".item.done")).contains("plan.md", "Candour", "served");
        assertThat(browser.text(".item.failed")).contains("broken.pdf", "the file is broken");
        browser.click(".item.done .outcome a");
        assertThat(browser.text("mark.served")).contains("Tell the customers before the press.");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_report_opens_from_a_folder_and_is_styled() throws IOException {
        var report = folder.resolve("report.html");
        Files.writeString(
                report,
                dev.touchstone.web.ui.Report.render(TestingCollections.few().audit()));
        browser.open(report.toUri().toString());
        assertThat(browser.script("return getComputedStyle(document.querySelector('blockquote')).borderLeftStyle"))
                .isIn("solid", "dashed", "dotted");
        assertThat(browser.find(By.cssSelector(".appendix article"))).hasSize(10);
    }
}
