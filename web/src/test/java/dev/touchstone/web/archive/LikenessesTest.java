package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.jobs.JobSettings;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessesTest {
    private static final JobSettings QUICK =
            new JobSettings(2, 2, 4, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(20));
    private static final String RECORD =
            IntStream.range(0, 300).mapToObj(number -> "tell" + number).collect(Collectors.joining(" "));

    @TempDir
    private Path temporary;

    private final TestingParts parts = new TestingParts();
    private HomeFolder folder;

    @BeforeEach
    void makeHome() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        var charter = Files.writeString(temporary.resolve("charter.yaml"), """
                organisation: Harbour Pilots
                version: 1
                values:
                  - {id: candour, name: Candour, statement: Say it., terms: [tell]}
                """);
        Archive.make(folder, charter, parts);
    }

    @Test
    void copies_and_light_edits_are_named_the_likest_first_and_stay_in_every_count() throws IOException {
        try (var archive = Archive.open(folder, parts, TestingEngine.engine(), QUICK, "test")) {
            archive.ingest(
                    "records",
                    sources(
                            "a/1.md",
                            RECORD,
                            "a/copy.md",
                            RECORD + ".",
                            "a/edited.md",
                            RECORD.replace("tell150 ", "say150 "),
                            "a/half.md",
                            RECORD.substring(RECORD.length() / 2),
                            "a/short.md",
                            "We tell all.",
                            "a/short-too.md",
                            "We tell all!",
                            "a/broken.md",
                            "UNREADABLE"),
                    Progress.NONE);
            var home = archive.seenBy(Viewer.local(""));

            assertThat(home.alike("a/1.md")).extracting(Alike::path).containsExactly("a/copy.md", "a/edited.md");
            assertThat(home.alike("a/1.md").getFirst().hundredths()).isEqualTo(100);
            assertThat(home.alike("a/edited.md").getFirst().hundredths()).isBetween(90, 99);
            assertThat(home.alike("a/short.md")).isEmpty();
            assertThat(home.alike("a/broken.md")).isEmpty();
            assertThat(home.alike("a/none.md")).isEmpty();
            assertThat(home.audit().summary().decisions()).isEqualTo(6);

            home.delete("a/copy.md", "a copy");
            assertThat(home.alike("a/1.md")).extracting(Alike::path).containsExactly("a/edited.md");
        }
    }

    private Sources sources(String... pathsAndTexts) throws IOException {
        var sources = new ArrayList<Source>();
        for (var i = 0; i < pathsAndTexts.length; i += 2)
            sources.add(new Source(
                    pathsAndTexts[i],
                    Files.writeString(Files.createTempFile(temporary, "sent", ""), pathsAndTexts[i + 1]),
                    List.of()));
        return new Sources(sources, List.of(), List.of());
    }
}
