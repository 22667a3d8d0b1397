package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatFilesTest {
    @TempDir
    Path folder;

    @Test
    void an_organisation_adds_a_format_of_its_own() throws IOException {
        write("memo.yaml", """
                id: memo
                name: Decision memo
                based-on: unstructured
                recognise:
                  - title: ["memo *"]
                sections:
                  - headings: [what we will do]
                    kind: decision
                    about: proposal
                """);

        var memo = format(FormatFiles.with(folder), "memo");

        assertThat(memo.reading().rule("what we will do").orElseThrow().kind()).isEqualTo(Section.Kind.DECISION);
        assertThat(memo.reading().rule("consequences"))
                .as("from what it is based on")
                .isPresent();
    }

    @Test
    void a_declaration_with_a_shipped_id_replaces_it_and_may_be_based_on_it() throws IOException {
        write("nygard.yaml", """
                id: nygard
                based-on: nygard
                recognise:
                  - first-heading: [state of play]
                sections:
                  - headings: [state of play]
                    kind: other
                    holds: status
                """);

        var formats = FormatFiles.with(folder);

        assertThat(format(formats, "nygard").ways()).hasSize(1);
        assertThat(format(formats, "nygard").reading().rule("general consequences"))
                .isPresent();
        assertThat(formats.all()).hasSameSizeAs(FormatFiles.shipped().all());
    }

    @Test
    void a_mistake_is_told_with_file_line_and_remedy() throws IOException {
        write("memo.yaml", """
                id: memo
                sections:
                  - headings: [what we will do]
                    kind: verdict
                """);

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("memo.yaml:4: ")
                .hasMessageContaining("consequences")
                .hasMessageContaining("'verdict'");
    }

    @Test
    void an_unknown_key_is_a_mistake() throws IOException {
        write("memo.yaml", "id: memo\nrecognize:\n  - title: [memo]\n");

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("memo.yaml")
                .hasMessageContaining("'recognize'");
    }

    @Test
    void only_one_of_several_options_can_be_the_chosen_one() throws IOException {
        write("memo.yaml", """
                id: memo
                sections:
                  - headings: [what we will do]
                    kind: decision
                    chosen: bold
                """);

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("memo.yaml:5: ")
                .hasMessageContaining("holds: options");
    }

    @Test
    void a_way_without_a_clue_would_recognise_everything() throws IOException {
        write("memo.yaml", "id: memo\nrecognise:\n  - precedence: 3\n");

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("memo.yaml:3: ")
                .hasMessageContaining("needs a clue");
    }

    @Test
    void formats_that_are_based_on_each_other_are_a_mistake() throws IOException {
        write("one.yaml", "id: one\nbased-on: two\n");
        write("two.yaml", "id: two\nbased-on: one\n");

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("circle");
    }

    @Test
    void a_base_that_is_not_there_is_named_with_those_that_are() throws IOException {
        write("one.yaml", "id: one\nbased-on: mdr4\n");

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("one.yaml:2: no format has the id 'mdr4'")
                .hasMessageContaining("madr4");
    }

    @Test
    void two_declarations_of_one_id_are_a_mistake() throws IOException {
        write("a.yaml", "id: memo\n");
        write("b.yaml", "id: memo\n");

        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("b.yaml:1: ")
                .hasMessageContaining("a.yaml");
    }

    @Test
    void a_folder_without_declarations_is_told() {
        assertThatThrownBy(() -> FormatFiles.with(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(".yaml");
        assertThatThrownBy(() -> FormatFiles.with(folder.resolve("gone")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no such folder");
    }

    private static Format format(Formats formats, String id) {
        return formats.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(folder.resolve(name), yaml);
    }
}
