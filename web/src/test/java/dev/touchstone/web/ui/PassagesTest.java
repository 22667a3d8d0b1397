package dev.touchstone.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.testing.TestingCollections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PassagesTest {
    @Test
    void every_reference_marks_exactly_its_quotation_and_begins_once() {
        var home = TestingCollections.few();
        for (var entry : home.audit().entries()) {
            if (!(entry.outcome() instanceof Audited audited)) continue;
            var paragraphs = Passages.of(
                    home.text(entry.sha256()).orElseThrow(), audited.references(), Optional.of(new Span(3, 9)));
            var pieces = paragraphs.stream()
                    .flatMap(paragraph -> paragraph.pieces().stream())
                    .toList();
            for (var reference : audited.references()) {
                assertThat(pieces.stream()
                                .filter(piece -> piece.references().contains(reference))
                                .map(Passages.Piece::text)
                                .collect(Collectors.joining()))
                        .isEqualTo(reference.evidence().quote());
                assertThat(pieces.stream().filter(piece -> piece.begins().contains(reference)))
                        .hasSize(1);
            }
            assertThat(paragraphs.stream().flatMap(paragraph -> paragraph.references().stream()))
                    .containsExactlyElementsOf(audited.references());
        }
    }

    @Property(seed = "1", tries = 200)
    void no_character_of_a_paragraph_is_lost_wherever_the_sought_passage_lies(
            @ForAll @IntRange(max = 60) int start, @ForAll @IntRange(max = 40) int length) {
        var text = "First line\nsecond line\n\nA paragraph.\n \n\n  Another one, the last.\n";
        var sought = new Span(Math.min(start, text.length()), Math.min(start + length, text.length()));
        var shown = new ArrayList<String>();
        for (var paragraph : Passages.of(text, List.<Reference>of(), Optional.of(sought)))
            shown.add(paragraph.pieces().stream().map(Passages.Piece::text).collect(Collectors.joining()));
        assertThat(shown).containsExactly("First line\nsecond line", "A paragraph.", "Another one, the last.\n");
    }
}
