package dev.touchstone.indexer.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.document.Link;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestructuredTextReaderTest {
    @Test
    void headings_take_their_levels_from_the_order_of_their_adornments() {
        assertThat(blocks("=====\nTitle\n=====\n\nOne\n===\n\nTwo\n---\n\nThree\n=====\n"))
                .containsExactly("h1 Title", "h2 One", "h3 Two", "h2 Three");
    }

    @Test
    void the_header_of_a_pep_becomes_fields() {
        var document = read(
                "PEP: 9000\nTitle: Old *things*\nAuthor: Ann <a@b.example>,\n        Bob\nStatus: Draft\n\n\nAbstract\n========\n\nWords.\n");
        assertThat(document.fields())
                .containsExactly(
                        header("PEP", "9000"),
                        header("Title", "Old things"),
                        header("Author", "Ann <a@b.example>, Bob"),
                        header("Status", "Draft"));
        assertThat(Shown.blocks(document.content())).containsExactly("h1 Abstract", "p Words.");
    }

    @Test
    void inline_markup_is_taken_off_and_its_words_stay_in_their_order() {
        var content =
                read("See `the policy <https://a.example>`_, :pep:`387`, :func:`~os.path`, ``print()`` and **not** *this* [1]_ or that_.\n\n.. _that: https://b.example\n.. [1] A note.\n")
                        .content();
        assertThat(content.text()).isEqualTo("See the policy, pep 387, os.path, print() and not this or that.");
        assertThat(content.links().stream().map(Link::target))
                .containsExactly("https://a.example", "https://b.example");
    }

    @Test
    void marks_that_enclose_nothing_are_characters() {
        assertThat(blocks("Pass * and **kwargs, 2 * 3, some_name_ and __init__ or (*).\n"))
                .containsExactly("p Pass * and **kwargs, 2 * 3, some_name_ and __init__ or (*).");
    }

    @Test
    void lists_nest_and_their_lines_are_joined() {
        assertThat(
                        blocks(
                                "* First goes\n  on.\n\n  Second paragraph.\n\n  - inner\n\n#. one\n#. two\n\nA. Einstein wrote\nthis.\n"))
                .containsExactly(
                        "li1 First goes on.",
                        "p Second paragraph.",
                        "li2 inner",
                        "li1 one",
                        "li1 two",
                        "p A. Einstein wrote this.");
    }

    @Test
    void literal_blocks_and_code_directives_are_code() {
        assertThat(
                        blocks(
                                "Run this::\n\n    a = 1\n\n    b = 2\n\nThen.\n\n.. code-block:: python\n   :linenos:\n\n   c = 3\n\n>>> d\n4\n"))
                .containsExactly("p Run this:", "code a = 1\\n\\nb = 2", "p Then.", "code c = 3", "code >>> d\\n4");
    }

    @Test
    void admonitions_are_words_and_comments_targets_and_images_are_not() {
        assertThat(
                        blocks(
                                "..\n   A licence.\n\n.. note:: Mind\n   the gap.\n\n   More.\n\n.. image:: x.png\n   :alt: no\n\n.. _x: http://a\n\n.. just a comment\n\n.. figure:: y.png\n   :width: 3\n\n   The caption.\n"))
                .containsExactly("p Mind the gap.", "p More.", "p The caption.");
    }

    @Test
    void drawn_tables_have_a_block_for_each_cell() {
        assertThat(
                        blocks(
                                "=====  ==========\nName   Why\n=====  ==========\nFast   Much used\n       today\nCheap  No\n=====  ==========\n"))
                .containsExactly("td1 Name", "td2 Why", "td1 Fast", "td2 Much used today", "td1 Cheap", "td2 No");
        assertThat(
                        blocks(
                                "+------+-------+\n| A    | B     |\n+======+=======+\n| one  | two   |\n|      | lines |\n+------+-------+\n| over both    |\n+------+-------+\n"))
                .containsExactly("td1 A", "td2 B", "td1 one", "td2 two lines", "td1 over both");
    }

    @Test
    void a_list_table_is_a_table() {
        assertThat(
                        blocks(
                                ".. list-table:: Costs\n   :header-rows: 1\n\n   * - Name\n     - Cost\n   * - Queue\n     - low,\n       mostly\n"))
                .containsExactly("p Costs", "td1 Name", "td2 Cost", "td1 Queue", "td2 low, mostly");
    }

    @Test
    void indented_words_are_a_quotation_and_an_indented_list_is_a_list() {
        assertThat(blocks("They said:\n\n    Simple is better.\n\nAnd:\n\n  * an item\n\nTerm\n  What it means.\n"))
                .containsExactly(
                        "p They said:", "q Simple is better.", "p And:", "li1 an item", "li1 Term", "p What it means.");
    }

    @Test
    void a_field_list_at_the_top_is_metadata_and_further_down_it_is_words() {
        var document =
                read("Title\n=====\n\n:Date: 2024-05-01\n:Status: *Accepted*\n\nWords.\n\nMore.\n\n:Cost: high\n");
        assertThat(document.fields()).containsExactly(header("Date", "2024-05-01"), header("Status", "Accepted"));
        assertThat(Shown.blocks(document.content()))
                .containsExactly("h1 Title", "p Words.", "p More.", "li1 Cost: high");
    }

    private static TextDocument read(String text) {
        return new RestructuredTextReader().read(text);
    }

    private static List<String> blocks(String text) {
        return Shown.blocks(read(text).content());
    }

    private static Field header(String name, String value) {
        return new Field(name, value, Origin.HEADER);
    }
}
