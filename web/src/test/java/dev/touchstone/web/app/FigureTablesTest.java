package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTablesTest {
    private static final Path DOCUMENTATION = Path.of("../docs/evaluation.md");
    private static final Path FIGURES = Path.of("../docs/evaluation.yaml");
    private static final Path RENDERED = Path.of("target/golden/evaluation.md");

    @Test
    void the_documentation_tells_the_figures_that_were_measured() throws IOException {
        var told = Files.readString(DOCUMENTATION);
        var rendered = FigureTables.rewritten(told, FIGURES);
        Files.createDirectories(RENDERED.getParent());
        Files.writeString(RENDERED, rendered);
        assertThat(told)
                .as("docs/evaluation.md differs from what docs/evaluation.yaml gives; to write its tables anew:"
                        + " cp web/target/golden/evaluation.md docs/evaluation.md")
                .isEqualTo(rendered);
        assertThat(rendered)
                .contains("<!-- figures: leave-one-out -->", "<!-- figures: methods -->", "<!-- figures: sample -->")
                .contains("<!-- figures: arguments -->", "<!-- figures: reliability -->", "<!-- figures: unsure -->");
    }

    @Test
    void an_unknown_table_and_a_missing_section_are_told(@TempDir Path folder) throws IOException {
        var figures = Files.writeString(folder.resolve("figures.yaml"), "a: {tolerance: 0, figures: {f1: 1}}\n");
        assertThatThrownBy(() -> FigureTables.rewritten("<!-- figures: no -->\n<!-- end -->", figures))
                .isInstanceOf(BadInput.class)
                .hasMessage("there is no table of figures named 'no'");
        assertThatThrownBy(() -> FigureTables.rewritten("<!-- figures: unsure -->\n<!-- end -->", figures))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("figures.yaml: there is no section 'leave-one-out'; it has a");
    }
}
