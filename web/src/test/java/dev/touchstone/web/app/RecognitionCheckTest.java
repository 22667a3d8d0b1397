package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.extract.InProcessExtractor;
import dev.touchstone.web.app.RecognitionCheck.Case;
import dev.touchstone.web.app.RecognitionCheck.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Measures recognition and metadata on real documents when they lie beside the repository. */
class RecognitionCheckTest {
    private static final Path CORPORA = Path.of("..", "..", "shared", "corpus");
    private static final Path REPORT = Path.of("target", "recognition.txt");

    @Test
    void formats_titles_dates_and_states_of_real_documents_are_found() throws IOException {
        if (!Files.isDirectory(CORPORA)) {
            report(List.of("recognition was not measured: no corpora beside the repository"), List.of());
            return;
        }
        try (var extractor = new InProcessExtractor()) {
            var check = RecognitionCheck.over(CORPORA, extractor);
            var figures = figures(check);
            var lines = new ArrayList<>(
                    figures.stream().map(one -> one.figure().toString()).toList());
            lines.addAll(List.of(
                    check.titles().toString(),
                    check.dates().toString(),
                    check.statuses().toString()));
            var wrong = new ArrayList<String>();
            figures.forEach(one -> wrong.addAll(prefixed(one.figure())));
            for (var figure : List.of(check.titles(), check.dates(), check.statuses())) wrong.addAll(prefixed(figure));
            report(lines, wrong);
            for (var one : figures)
                if (one.atLeast() > 0)
                    assertThat(one.figure().permille())
                            .as(one.figure().toString())
                            .isGreaterThanOrEqualTo(one.atLeast());
                else
                    assertThat(one.figure().permille())
                            .as(one.figure().toString())
                            .isLessThanOrEqualTo(10);
            assertThat(check.titles().permille()).as(check.titles().toString()).isGreaterThanOrEqualTo(970);
            assertThat(check.dates().permille()).as(check.dates().toString()).isGreaterThanOrEqualTo(950);
            assertThat(check.statuses().permille())
                    .as(check.statuses().toString())
                    .isGreaterThanOrEqualTo(950);
        }
    }

    /** What is asked of a figure, in permille; 0 for those of other corpora, of which at most 10 may have the format. */
    private record Asked(Figure figure, int atLeast) {}

    private static List<Asked> figures(RecognitionCheck check) {
        var asked = new ArrayList<Asked>();
        add(check, "pep in python", "python", Set.of("pep"), 990, _ -> true, asked);
        add(check, "kep in kubernetes", "kubernetes", Set.of("kep"), 990, _ -> true, asked);
        add(
                check,
                "openstack-spec in the specs",
                "openstack",
                Set.of("openstack-spec"),
                950,
                one -> one.document().path().contains("-specs/"),
                asked);
        add(check, "nygard in moj-platforms", "moj-platforms", Set.of("nygard"), 930, _ -> true, asked);
        add(
                check,
                "the madr family in hhs-simpler-grants",
                "hhs-simpler-grants",
                RecognitionCheck.MADR,
                800,
                _ -> true,
                asked);
        add(
                check,
                "minutes in aswf",
                "aswf",
                Set.of("minutes"),
                970,
                one -> "minuted".equals(one.expected("status")),
                asked);
        return asked;
    }

    private static void add(
            RecognitionCheck check,
            String name,
            String corpus,
            Set<String> formats,
            int atLeast,
            Predicate<Case> among,
            List<Asked> asked) {
        asked.add(new Asked(
                check.recognised(name, one -> one.corpus().equals(corpus) && among.test(one), formats), atLeast));
        var elsewhere = check.recognised(
                String.join(", ", formats.stream().sorted().toList()) + " in other corpora",
                one -> !one.corpus().equals(corpus),
                formats);
        asked.add(new Asked(elsewhere, 0));
    }

    private static List<String> prefixed(Figure figure) {
        if (figure.name().endsWith("other corpora")) return List.of();
        return figure.wrong().stream().map(line -> figure.name() + " | " + line).toList();
    }

    private static void report(List<String> figures, List<String> wrong) throws IOException {
        figures.forEach(line -> System.out.println("recognition: " + line));
        Files.createDirectories(REPORT.getParent());
        var lines = new ArrayList<>(figures);
        lines.addAll(wrong);
        Files.write(REPORT, lines);
    }
}
