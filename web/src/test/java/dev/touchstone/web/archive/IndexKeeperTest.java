package dev.touchstone.web.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.app.TestingIndex;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class IndexKeeperTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
            """;

    @TempDir
    private Path temporary;

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_document_that_is_too_much_for_the_index_keeps_no_other_out() throws IOException {
        var index = new TestingIndex(Set.of("ships/7.md"));
        var folder = new HomeFolder(temporary.resolve("home"));
        var parts = new TestingParts() {
            @Override
            public SearchIndex index(Path folder) {
                return index;
            }
        };
        Archive.make(folder, Files.writeString(temporary.resolve("charter.yaml"), CHARTER), parts);
        var sources = new ArrayList<Source>();
        for (var number = 0; number < 20; number++) {
            var file =
                    Files.writeString(temporary.resolve(number + ".md"), "We tell all of ship %d.\n".formatted(number));
            sources.add(new Source("ships/%d.md".formatted(number), file, List.of()));
        }

        try (var archive = Archive.open(folder, parts, TestingEngine.engine())) {
            archive.ingest("records", new Sources(sources, List.of(), List.of()), Progress.NONE);
        }

        assertThat(index.paths()).hasSize(19).doesNotContain("ships/7.md");
    }
}
