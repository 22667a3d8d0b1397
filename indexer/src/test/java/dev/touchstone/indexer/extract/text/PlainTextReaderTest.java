package dev.touchstone.indexer.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {
    @Test
    void wrapped_lines_are_one_paragraph_and_short_ones_stay_lines() {
        assertThat(blocks("""
                        We talked for a long time about the queue and how it might be replaced by
                        something that nobody has to look after at night, which all of us would like.

                        Present:
                        Ann
                        Bob
                        """))
                .containsExactly(
                        "p We talked for a long time about the queue and how it might be replaced by something that nobody has to look after at night, which all of us would like.",
                        "p Present:\\nAnn\\nBob");
    }

    @Test
    void headings_and_items_are_seen_by_their_looks() {
        assertThat(blocks(
                        "Minutes\n=======\n\n1. Opening\n\nWe met.\n\n- one\n  goes on\n- two\n\nDECISIONS\n\nNone.\n"))
                .containsExactly(
                        "h1 Minutes",
                        "h2 1. Opening",
                        "p We met.",
                        "li1 one\\ngoes on",
                        "li1 two",
                        "h2 DECISIONS",
                        "p None.");
    }

    @Test
    void a_few_words_right_above_a_full_line_or_a_list_are_a_heading() {
        assertThat(blocks("""
                        Context
                        The supermarket wants twice the volume from April on, and we cannot.

                        Options considered
                        1. Open in April.
                        2. Open in July.

                        Kind regards
                        Ann
                        """))
                .containsExactly(
                        "h2 Context",
                        "p The supermarket wants twice the volume from April on, and we cannot.",
                        "h2 Options considered",
                        "li1 Open in April.",
                        "li1 Open in July.",
                        "p Kind regards\\nAnn");
    }

    @Test
    void header_lines_become_fields() {
        var document = new PlainTextReader().read("Meeting: Board\nDate: 2024-05-01\nPresent: Ann, Bob\n\nWe met.\n");
        assertThat(document.fields()).extracting("name").containsExactly("Meeting", "Date", "Present");
        assertThat(document.content().text()).isEqualTo("We met.");
    }

    private static List<String> blocks(String text) {
        return Shown.blocks(new PlainTextReader().read(text).content());
    }
}
