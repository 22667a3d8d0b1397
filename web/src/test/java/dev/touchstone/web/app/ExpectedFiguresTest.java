package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedFiguresTest {
    @TempDir
    private Path folder;

    @Test
    void figures_within_the_tolerance_are_as_expected() throws IOException {
        var expected = expected("tolerance: 0.02\nfigures: {mean: {f1: 0.61}}\n");
        assertThat(expected.misses(Map.of("mean", Map.of("f1", 0.595)))).isEmpty();
        assertThat(expected.size()).isEqualTo(1);
    }

    @Test
    void a_figure_that_is_too_far_off_or_missing_is_named_with_its_line() throws IOException {
        var expected = expected("tolerance: 0.02\nfigures:\n  mean: {f1: 0.61}\n  pooled: {f1: 0.6}\n");
        assertThat(expected.misses(Map.of("mean", Map.of("f1", 0.65))))
                .satisfiesExactly(
                        miss -> assertThat(miss)
                                .endsWith("figures.yaml:3: mean.f1: measured 0.65, expected 0.61 ± 0.02"),
                        miss -> assertThat(miss).endsWith("figures.yaml:4: pooled.f1: was not measured"));
    }

    @Test
    void a_file_that_is_not_as_it_must_be_is_refused_with_the_place() {
        assertThatThrownBy(() -> expected("tolerance: 0.02\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("needs both keys, tolerance and figures");
        assertThatThrownBy(() -> expected("tolerance: 0.02\nfigures: {mean: {f1: high}}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("figures.yaml:2: a figure must be a number such as 0.612, not 'high'");
    }

    private ExpectedFigures expected(String yaml) throws IOException {
        return ExpectedFigures.read(Files.writeString(folder.resolve("figures.yaml"), yaml));
    }
}
