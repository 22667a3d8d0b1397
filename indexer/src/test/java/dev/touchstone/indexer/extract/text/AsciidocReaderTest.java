package dev.touchstone.indexer.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import org.junit.jupiter.api.Test;

class AsciidocReaderTest {
    @Test
    void the_header_gives_a_title_and_fields() {
        var document = new AsciidocReader()
                .read(
                        "= One queue\nAnn Archer <ann@a.example>\nv1.0, 2024-05-01\n:state: published\n:toc:\n\nWords.\n");
        assertThat(document.fields())
                .containsExactly(
                        new Field("author", "Ann Archer", Origin.HEADER),
                        new Field("revdate", "2024-05-01", Origin.HEADER),
                        new Field("state", "published", Origin.HEADER));
        assertThat(Shown.blocks(document.content())).containsExactly("h1 One queue", "p Words.");
    }

    @Test
    void an_attribute_that_the_header_shows_again_is_no_text() {
        var document = new AsciidocReader()
                .read(":authors: Ann Archer\n\n= One queue\n{authors}\n:state: published\n\nWords.\n");
        assertThat(document.fields()).extracting(Field::name).containsExactly("authors", "state");
        assertThat(Shown.blocks(document.content())).containsExactly("h1 One queue", "p Words.");
    }

    @Test
    void blocks_are_of_their_kinds_and_what_is_no_language_is_left_out() {
        assertThat(Shown.blocks(new AsciidocReader().read("""
                                == Context

                                // a comment
                                We *must* keep `some_state`, see https://a.example[the plan]footnote:[Or so.]
                                and <<risks,Risks>>.

                                * one
                                goes on
                                ** two
                                . first

                                [source,java]
                                ----
                                int x;
                                ----

                                ____
                                Others said.
                                ____

                                NOTE: Mind the gap.

                                ====
                                Inside an example.
                                ====

                                image::x.png[Alt]

                                |===
                                |Name |Cost

                                |Queue
                                |low
                                |===

                                Term:: What it means.
                                """).content()))
                .containsExactly(
                        "h2 Context",
                        "p We must keep some_state, see the plan and Risks.",
                        "li1 one goes on",
                        "li2 two",
                        "li3 first",
                        "code int x;",
                        "q Others said.",
                        "p Mind the gap.",
                        "p Inside an example.",
                        "td1 Name",
                        "td2 Cost",
                        "td1 Queue",
                        "td2 low",
                        "li1 Term",
                        "p What it means.");
    }
}
