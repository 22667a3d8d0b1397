package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status.Normal;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.structure.Structure;
import dev.touchstone.indexer.extract.InProcessExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other shapes of formats whose usual one has a golden record. */
class FormatDialectsTest {
    private static final InProcessExtractor EXTRACTOR = new InProcessExtractor();
    private static final Structure STRUCTURE = new Structure(FormatFiles.shipped());

    @TempDir
    Path folder;

    private Document read(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        var source = new Source(name, file, List.of());
        return switch (EXTRACTOR.extract(source)) {
            case Extracted extracted -> STRUCTURE.structure(source, name, extracted);
            case Unreadable unreadable -> throw new AssertionError(unreadable.reason());
        };
    }

    private static List<String> kinds(Document document) {
        return document.outline().sections().stream()
                .map(section -> section.kind() + " " + section.heading())
                .toList();
    }

    private static List<Option> options(Document document) {
        return document.decisions().stream()
                .map(Decision::options)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> chosen(Document document) {
        return options(document).stream()
                .filter(option -> option.fate() == Option.Fate.CHOSEN)
                .map(Option::title)
                .toList();
    }

    @Test
    void tyree_and_akermans_labels_may_be_the_first_cells_of_a_table() throws IOException {
        var document = read("table.md", """
                # Weigh parcels twice

                | Part | Content |
                |---|---|
                | Issue | Weights on labels are wrong. |
                | Status | Approved |
                | Positions | Weigh at the counter and at the belt. |
                | Argument | Two scales that disagree show the mistake. |
                | Implications | The belt becomes slower by a tenth. |
                """);

        assertThat(document.recognition().format()).isEqualTo("tyree-akerman");
        assertThat(document.metadata().title()).isEqualTo("Weigh parcels twice");
        assertThat(document.metadata().status().normal()).isEqualTo(Normal.ACCEPTED);
        assertThat(kinds(document))
                .containsExactly(
                        "OTHER Weigh parcels twice",
                        "CONTEXT Issue",
                        "OTHER Status",
                        "OPTIONS Positions",
                        "DECISION Argument",
                        "CONSEQUENCES Implications");
    }

    @Test
    void tyree_and_akermans_sections_may_have_headings() throws IOException {
        var document = read("headings.md", """
                # Weigh parcels twice

                ## Issue

                Weights on labels are wrong.

                ## Positions

                * Weigh twice
                * Weigh once

                ## Argument

                Two scales that disagree show the mistake.

                ## Decision

                Chosen option: "Weigh twice".
                """);

        assertThat(document.recognition().format()).isEqualTo("tyree-akerman");
        assertThat(chosen(document)).containsExactly("Weigh twice");
    }

    @Test
    void planguage_may_be_a_list() throws IOException {
        var document = read("list.md", """
                * Tag: Door.Open
                * Gist: The door opens for whoever may enter.
                * Rationale: Nobody should stand in the rain.
                * Owner: Ada Nwosu
                * Date: 2024-02-03
                """);

        assertThat(document.recognition().format()).isEqualTo("planguage");
        assertThat(document.metadata().date()).hasToString("Optional[2024-02-03]");
        assertThat(document.metadata().authors()).containsExactly("Ada Nwosu");
    }

    @Test
    void a_label_in_the_middle_of_a_sentence_begins_nothing() throws IOException {
        var document = read("a.md", """
                # Open doors

                Tag: Door.Open

                Gist: The door opens.

                Rationale: We asked for one thing only, namely the date: it was missing.
                """);

        assertThat(document.outline().sections()).extracting(Section::heading).doesNotContain("date");
    }

    @Test
    void a_press_release_with_questions_is_recognised() throws IOException {
        var document = read("pr.md", """
                # PR/FAQ: Sunday loans

                ## Press Release

                From May on, readers borrow books on Sundays too.

                ## Customer FAQ

                Readers may return books on Sundays as well.
                """);

        assertThat(document.recognition().format()).isEqualTo("six-pager");
        assertThat(kinds(document)).contains("DECISION Press Release", "OTHER Customer FAQ");
    }

    @Test
    void a_business_case_may_have_headings() throws IOException {
        var document = read("case.md", """
                # Vans

                ## Evaluation criteria

                * The round is finished by noon

                ## Candidates

                ### Buy two vans

                They stand still half of the week.

                ### Rent vans

                The number follows the season.

                ## Recommendation

                We recommend to rent vans.
                """);

        assertThat(document.recognition().format()).isEqualTo("business-case");
        assertThat(chosen(document)).containsExactly("Rent vans");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            itd.html | <h1>ITD 2: Lamps</h1><h2>Options considered</h2><ul><li>Gas</li><li><b>Light diodes</b></li></ul> | Light diodes
            itd.md   | # ITD 2: Lamps%n%n## Options considered%n%n* __Gas__%n* __Light diodes__%n%n## Decision%n%nWe chose gas. | Gas
            itd.md   | # ITD 2: Use light diodes%n%n## Options considered%n%n* Gas%n* Light diodes                               | Light diodes
            """)
    void the_chosen_option_is_the_one_in_bold_unless_all_are_and_else_the_one_in_the_title(
            String name, String text, String expected) throws IOException {
        var document = read(name, text.formatted());

        assertThat(document.recognition().format()).isEqualTo("itd");
        assertThat(chosen(document)).containsExactly(expected);
        assertThat(options(document)).hasSize(2);
    }

    @Test
    void the_only_decision_of_a_file_tells_the_documents_date_and_state() throws IOException {
        var document = read("decisions.md", """
                <!-- DECISION-001 -->
                ## Decision: Round only the sum

                **Status**: Archived
                **Date**: 2024-01-15
                **Severity**: Info

                **Files**:
                - `sum.ts`

                ### Context

                Customers notice cents.
                """);

        assertThat(document.recognition().format()).isEqualTo("decision-guardian");
        assertThat(document.metadata().date()).hasToString("Optional[2024-01-15]");
        assertThat(document.metadata().status().normal()).isEqualTo(Normal.DEPRECATED);
        assertThat(document.decisions()).extracting(Decision::title).containsExactly("Round only the sum");
    }
}
