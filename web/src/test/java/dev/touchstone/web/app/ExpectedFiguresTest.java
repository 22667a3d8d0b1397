package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Sha256;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedFiguresTest {
    @TempDir
    private Path folder;

    @Test
    void figures_within_the_tolerance_are_as_expected() throws IOException {
        var expected = expected("sample:\n  tolerance: 0.02\n  figures: {mean: {f1: 0.61}}\n");
        assertThat(expected.misses(Map.of("mean", Map.of("f1", 0.595)))).isEmpty();
        assertThat(expected.size()).isEqualTo(1);
    }

    @Test
    void a_figure_that_is_too_far_off_or_missing_is_named_with_its_line() throws IOException {
        var expected =
                expected("sample:\n  tolerance: 0.02\n  figures:\n    mean: {f1: 0.61}\n    pooled: {f1: 0.6}\n");
        assertThat(expected.misses(Map.of("mean", Map.of("f1", 0.65))))
                .satisfiesExactly(
                        miss -> assertThat(miss)
                                .endsWith("figures.yaml:4: mean.f1: measured 0.65, expected 0.61 ± 0.02"),
                        miss -> assertThat(miss).endsWith("figures.yaml:5: pooled.f1: was not measured"));
    }

    @Test
    void a_count_may_be_off_by_the_tolerances_share_of_it() throws IOException {
        var expected = expected("sample:\n  tolerance: 0.02\n  figures: {found: 350}\n");
        assertThat(expected.misses(Map.of("found", 357))).isEmpty();
        assertThat(expected.misses(Map.of("found", 358)))
                .singleElement()
                .asString()
                .endsWith("figures.yaml:3: found: measured 358, expected 350 ± 7");
    }

    @Test
    void a_run_is_not_held_to_what_is_only_told_or_not_yet_measured() throws IOException {
        var expected = expected("""
                sample:
                  tolerance: 0.02
                  figures: {f1: unmeasured}
                  told: {f1_low: 0.4}
                """);
        assertThat(expected.misses(Map.of())).isEmpty();
        assertThat(expected.size()).isZero();
    }

    @Test
    void a_run_is_compared_with_the_section_that_belongs_to_it() throws IOException {
        var file = file(
                "sample:\n  tolerance: 0.02\n  figures: {f1: 0.6}\nother:\n  tolerance: 0\n  figures: {f1: 0.7}\n");
        assertThat(ExpectedFigures.read(file, "other").misses(Map.of("f1", 0.7)))
                .isEmpty();
        assertThatThrownBy(() -> ExpectedFigures.read(file, "arguments"))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("there is no section 'arguments'; it has sample, other");
    }

    @Test
    void a_file_that_is_not_as_it_must_be_is_refused_with_the_place() {
        assertThatThrownBy(() -> expected("sample:\n  tolerance: 0.02\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("figures.yaml:2: the section 'sample' needs both keys, tolerance and figures");
        assertThatThrownBy(() -> expected("sample:\n  tolerance: 0.02\n  figures: {mean: {f1: high}}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("figures.yaml:3: a figure must be a number such as 0.612, or 'unmeasured'");
    }

    @Test
    void data_that_is_not_what_was_measured_on_is_named() throws IOException {
        var expected = expected("""
                sample:
                  tolerance: 0.02
                  data:
                    a.jsonl: %s
                    train/b.jsonl: %s
                  figures: {f1: 0.6}
                """.formatted(Sha256.of("a"), Sha256.of("b")));
        expected.check(data("a.jsonl", "a", "train/b.jsonl", "b"));
        assertThatThrownBy(() -> expected.check(data("a.jsonl", "a", "train/b.jsonl", "changed")))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("figures.yaml:5: " + folder.resolve("train/b.jsonl")
                        + " is not the file that was measured on: its SHA-256 differs");
        assertThatThrownBy(() -> expected.check(data("a.jsonl", "a")))
                .hasMessageEndingWith(
                        "figures.yaml:5: train/b.jsonl is not among the labelled data; give what was measured on");
        assertThatThrownBy(() -> expected.checkNames(data("a.jsonl", "a", "train/b.jsonl", "b", "c.jsonl", "c")))
                .hasMessageContaining("c.jsonl is not in the section's data; leave the file out, or add");
        expected.checkNames(data("a.jsonl", "a", "train/b.jsonl", "changed"));
    }

    @Test
    void what_was_measured_takes_the_place_of_what_was_written_and_all_else_stays() throws IOException {
        var before = """
                # Über alles, by hand
                sample:
                  tolerance: 0.02   # generous
                  data:
                    a.jsonl: unmeasured
                  figures:
                    mean: {f1: 0.61, recall: unmeasured}   # the headline
                  told:
                    found: 350
                other: {tolerance: 0.1, figures: {f1: 0.1}}
                """;
        expected(before)
                .update(
                        Map.of(
                                "mean",
                                Map.of("f1", new BigDecimal("0.700"), "recall", new BigDecimal("0.800")),
                                "found",
                                12),
                        data("a.jsonl", "a"));
        assertThat(folder.resolve("figures.yaml"))
                .hasContent(before.replace("a.jsonl: unmeasured", "a.jsonl: " + Sha256.of("a"))
                        .replace("{f1: 0.61, recall: unmeasured}", "{f1: 0.700, recall: 0.800}")
                        .replace("350", "12"));
    }

    @Test
    void when_a_figure_was_not_measured_nothing_is_written() throws IOException {
        var before = "sample:\n  tolerance: 0.02\n  figures: {f1: 0.6, recall: 0.7}\n";
        var expected = expected(before);
        assertThatThrownBy(() -> expected.update(Map.of("f1", 0.5), new TreeMap<>()))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith("figures.yaml:3: recall was not measured");
        assertThat(folder.resolve("figures.yaml")).hasContent(before);
    }

    @Test
    void the_tables_beside_the_file_follow() throws IOException {
        Files.writeString(
                folder.resolve("figures.md"), "Before.\n\n<!-- figures: unsure -->\nold\n<!-- end -->\n\nAfter.\n");
        expected("leave-one-out", """
                leave-one-out:
                  tolerance: 0.02
                  figures: {unsure: {share: 0.05, references: 0.3, recall: unmeasured, confirmed: 1}}
                """)
                .update(
                        Map.of("unsure", Map.of("share", 0.041, "references", 0.3125, "recall", 0.7, "confirmed", 1)),
                        new TreeMap<>());
        assertThat(folder.resolve("figures.md")).hasContent("""
                Before.

                <!-- figures: unsure -->
                | share of the pairs | of these, references | recall without them | recall when a person confirms them |
                |---|---|---|---|
                | .041 | .313 | .700 | 1.000 |
                <!-- end -->

                After.
                """);
    }

    private SortedMap<String, Path> data(String... namesAndTexts) throws IOException {
        var data = new TreeMap<String, Path>();
        for (var i = 0; i < namesAndTexts.length; i += 2) {
            var file = folder.resolve(namesAndTexts[i]);
            Files.createDirectories(file.getParent());
            data.put(namesAndTexts[i], Files.writeString(file, namesAndTexts[i + 1]));
        }
        return data;
    }

    private ExpectedFigures expected(String yaml) throws IOException {
        return expected("sample", yaml);
    }

    private ExpectedFigures expected(String section, String yaml) throws IOException {
        return ExpectedFigures.read(file(yaml), section);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("figures.yaml"), yaml);
    }
}
