package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.testing.LuceneParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goal O4: an index that is damaged or lost is made anew from the ledger, and until then nobody is told less than there is. */
class DamagedIndexTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;

    @TempDir
    private Path temporary;

    private final LuceneParts parts = new LuceneParts();
    private HomeFolder folder;
    private List<SearchPage> before = List.of();

    @BeforeEach
    void fillHome() throws IOException {
        folder = new HomeFolder(temporary.resolve("home"));
        Archive.make(folder, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts);
        var sources = new ArrayList<Source>();
        for (var number = 0; number < 20; number++) {
            var file = Files.writeString(
                    temporary.resolve(number + ".md"), "We tell all of ship %d.\nIt sails.\n".formatted(number));
            sources.add(new Source("ships/%d.md".formatted(number), file, List.of()));
        }
        try (var archive = open()) {
            archive.ingest("records", new Sources(sources, List.of(), List.of()), Progress.NONE);
            before = pages(archive);
        }
        assertThat(before.getFirst().documents()).isEqualTo(20);
    }

    @Test
    void an_index_that_is_lost_is_made_anew() throws IOException {
        for (var file : files()) Files.delete(file);

        assertSameAgain();
    }

    @Test
    void an_index_that_was_cut_or_overwritten_is_made_anew() throws IOException {
        for (var file : files()) {
            var bytes = Files.readAllBytes(file);
            if (bytes.length > 10) Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }

        assertSameAgain();
    }

    private void assertSameAgain() {
        try (var archive = open()) {
            assertThat(pages(archive)).isEqualTo(before);
        }
    }

    private Archive open() {
        return Archive.open(folder, parts, TestingEngine.engine());
    }

    /** Asks until there is an answer: what is answered must be all of it, at once. */
    private static List<SearchPage> pages(Archive archive) {
        var home = archive.seenBy(Viewer.local(""));
        return Stream.of("", "ship", "sails", "\"ship 7\"")
                .map(words -> new SearchQuery(words, Map.of(), Days.ANY, 0, 50))
                .map(query -> {
                    for (var left = 200; left > 0; left--)
                        try {
                            return home.search(query);
                        } catch (Unavailable later) {
                            assertThat(later).hasMessageContaining("being made anew");
                            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                        }
                    throw new AssertionError("no answer to " + query);
                })
                .toList();
    }

    private List<Path> files() throws IOException {
        try (var inside = Files.walk(folder.path().resolve("index"))) {
            return inside.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
