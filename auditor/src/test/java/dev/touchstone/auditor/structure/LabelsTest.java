package dev.touchstone.auditor.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final List<Wording> WORDINGS = List.of(new Wording("issue"), new Wording("rationale"));

    @Test
    void a_label_becomes_the_heading_of_what_follows_and_the_text_stays() {
        var text = "Before.\nIssue: it rains.\nIt pours.\nRationale\nNobody likes it.";
        var content = paragraph(text, List.of());

        var labelled = Labels.asHeadings(content, WORDINGS);

        assertThat(labelled.text()).isEqualTo(text);
        assertThat(shown(labelled))
                .containsExactly(
                        "PARAGRAPH 0 Before.",
                        "HEADING 1 Issue",
                        "PARAGRAPH 0 it rains.\nIt pours.",
                        "HEADING 1 Rationale",
                        "PARAGRAPH 0 Nobody likes it.");
    }

    @Test
    void a_label_in_bold_needs_no_colon() {
        var content = paragraph("Issue it rains. Rationale is no label here.", List.of(new Span(0, 5)));

        assertThat(shown(Labels.asHeadings(content, WORDINGS)))
                .containsExactly("HEADING 1 Issue", "PARAGRAPH 0 it rains. Rationale is no label here.");
    }

    @Test
    void what_begins_with_no_label_stays_as_it_is() {
        var content = paragraph("An issue: it rains.", List.of());

        assertThat(Labels.asHeadings(content, WORDINGS)).isEqualTo(content);
        assertThat(Labels.first(content, WORDINGS)).isEmpty();
    }

    private static Content paragraph(String text, List<Span> strong) {
        var block = new Block(Kind.PARAGRAPH, 0, new Span(0, text.length()), 0);
        return new Content(text, List.of(block), List.of(), strong);
    }

    private static List<String> shown(Content content) {
        return content.blocks().stream()
                .map(block ->
                        block.kind() + " " + block.level() + " " + block.span().of(content.text()))
                .toList();
    }
}
