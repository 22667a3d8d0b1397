package dev.touchstone.indexer.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.document.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    @Test
    void headings_paragraphs_lists_quotations_and_code_are_blocks_of_their_kinds() {
        assertThat(blocks("""
                        # Use *one* queue

                        We **chose** `Kafka`
                        over mail.

                        * Good, because fast
                          - nested
                        2. second

                        > Said by others.

                        ```java
                        int x;
                        ```
                        """))
                .containsExactly(
                        "h1 Use one queue",
                        "p We chose Kafka over mail.",
                        "li1 Good, because fast",
                        "li2 nested",
                        "li1 second",
                        "q Said by others.",
                        "code int x;");
    }

    @Test
    void what_is_in_bold_is_known_by_its_range() {
        var content = read("* **Gas** lamps\n* A [**light** diode](a.md) and __two\n  words__\n* **a __b__ c**\n")
                .content();
        assertThat(content.strong().stream().map(span -> span.of(content.text())))
                .containsExactly("Gas", "light", "two words", "a b c");
    }

    @Test
    void bold_in_tags_is_known_too() {
        var content = new HtmlReader()
                .read("<ul><li><b>Gas</b></li><li>or <strong>light <b>diodes</b></strong>.</li></ul>")
                .content();
        assertThat(content.strong().stream().map(span -> span.of(content.text())))
                .containsExactly("Gas", "light diodes");
    }

    @Test
    void a_table_has_a_block_for_each_cell_with_its_column() {
        assertThat(blocks("| Option | Cost |\n|---|---|\n| Queue | low |\n| Mail | |\n"))
                .containsExactly("td1 Option", "td2 Cost", "td1 Queue", "td2 low", "td1 Mail");
    }

    @Test
    void tags_of_blocks_inside_a_cell_keep_words_apart() {
        assertThat(blocks("| Risk |\n|---|\n| <p>Scale from start</p><p>Iterate</p><ul><li>often</li></ul> |\n"))
                .containsExactly("td1 Risk", "td1 Scale from start\\nIterate\\noften");
    }

    @Test
    void front_matter_becomes_fields_as_written_and_is_not_in_the_text() {
        var document = read("---\nstatus: accepted\ndate: 2024-05-01\nversion: 1.10\ndeciders: [Ann, Bob]\n---\n# T\n");
        assertThat(document.fields())
                .containsExactly(
                        header("status", "accepted"),
                        header("date", "2024-05-01"),
                        header("version", "1.10"),
                        header("deciders", "Ann"),
                        header("deciders", "Bob"));
        assertThat(document.content().text()).isEqualTo("T");
    }

    @Test
    void front_matter_that_is_no_valid_yaml_is_read_line_by_line() {
        var document = read("---\nstatus: accepted: really\ntitle: \"Open\nowners: [a, b]\n---\nText\n");
        assertThat(document.fields())
                .contains(header("status", "accepted: really"), header("owners", "a"), header("owners", "b"));
        assertThat(document.content().text()).isEqualTo("Text");
    }

    @Test
    void a_rule_at_the_top_is_no_front_matter() {
        assertThat(blocks("---\n\nPlain words.\n\n---\n\nMore.\n")).containsExactly("p Plain words.", "p More.");
    }

    @Test
    void comments_are_not_in_the_text_wherever_they_stand() {
        assertThat(
                        blocks(
                                "<!-- Say why.\n\nReally. -->\nBecause <!-- not --> so.\n\n```\n<!-- code -->\n```\n{/* mdx */}\n"))
                .containsExactly("p Because so.", "code <!-- code -->");
    }

    @Test
    void a_link_keeps_its_words_and_where_it_leads_and_an_image_leaves_nothing() {
        var content = read("See [the *old* record](0001-old.md) ![logo](x.png) and <https://a.example>.")
                .content();
        assertThat(content.text()).isEqualTo("See the old record and https://a.example.");
        assertThat(content.links().stream().map(Link::target)).containsExactly("0001-old.md", "https://a.example");
        assertThat(content.links().getFirst().span().of(content.text())).isEqualTo("the old record");
    }

    @Test
    void tags_are_taken_off_and_what_they_enclose_stays() {
        assertThat(blocks(
                        "<details>\n<summary>More</summary>\n\nInner *words*.\n\n</details>\n\nA<br>B <kbd>C</kbd>\n"))
                .containsExactly("p More", "p Inner words.", "p A\\nB C");
    }

    @Test
    void a_table_of_tags_is_a_table() {
        assertThat(blocks("<table>\n<tr><th>A</th><th>B</th></tr>\n\n<tr><td>1</td><td>2</td></tr>\n</table>\n"))
                .containsExactly("td1 A", "td2 B", "td1 1", "td2 2");
    }

    @Test
    void a_labelled_line_stays_a_line() {
        assertThat(blocks("Status: accepted\nDate: 2024-01-02\nand so on\n**Owner**: Ann\n"))
                .containsExactly("p Status: accepted\\nDate: 2024-01-02 and so on\\nOwner: Ann");
    }

    @Test
    void an_alert_is_the_authors_words_and_a_task_is_an_item() {
        assertThat(blocks("> [!NOTE]\n> Care.\n\n- [x] Done\n- [ ] Open\n"))
                .containsExactly("p Care.", "li1 Done", "li1 Open");
    }

    @Test
    void tags_of_site_generators_are_left_out() {
        assertThat(
                        blocks(
                                "import X from './x';\n\n{% hint style=\"info\" %}\nCare.\n{% endhint %}\n\n:::note\nMind.\n:::\n\n<%= erb %>\n"))
                .containsExactly("p Care.", "p Mind.");
    }

    @Test
    void a_footnote_keeps_its_words_and_loses_its_mark() {
        assertThat(blocks("A claim[^1].\n\n[^1]: The proof is long.\n"))
                .containsExactly("p A claim.", "p The proof is long.");
    }

    @Test
    void nesting_deeper_than_any_document_is_survived() {
        assertThat(read(">".repeat(5_000) + " deep").content().text()).contains("deep");
        assertThat(read("*a ".repeat(20_000)).content().text()).contains("a");
        assertThat(read("[".repeat(50_000)).content().text()).isNotEmpty();
    }

    private static TextDocument read(String text) {
        return new MarkdownReader().read(text);
    }

    private static List<String> blocks(String text) {
        return Shown.blocks(read(text).content());
    }

    private static Field header(String name, String value) {
        return new Field(name, value, Origin.HEADER);
    }
}
