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
import java.util.concurrent.CountDownLatch;
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
        var index = new TestingIndex(path -> {
            if (path.equals("ships/7.md")) throw new OutOfMemoryError("for a test");
        });

        filled(index);

        assertThat(index.paths()).hasSize(19).doesNotContain("ships/7.md");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void told_to_end_it_publishes_what_it_is_done_with_and_does_the_rest_the_next_time() throws Exception {
        var folder = filled(new TestingIndex());
        var third = new CountDownLatch(3);
        var going = new CountDownLatch(1);
        var lost = new TestingIndex(_ -> {
            third.countDown();
            if (third.getCount() == 0) await(going);
        });

        try (var stores = stores(folder)) {
            var keeper = keeper(stores, lost);
            third.await();
            var closing = Thread.ofPlatform().start(keeper::close);
            while (closing.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
            going.countDown();
            closing.join();
            assertThat(lost.paths()).hasSizeBetween(3, 10);

            try (var _ = keeper(stores, lost)) {
                while (lost.paths().size() < 20) Thread.onSpinWait();
            }
        }
    }

    private static IndexKeeper keeper(Stores stores, TestingIndex index) {
        return IndexKeeper.start(
                stores,
                new Scoring(stores, TestingEngine.engine()),
                new Indexes(Path.of("unused"), _ -> index, _ -> index));
    }

    private static Stores stores(HomeFolder folder) {
        return Stores.open(folder, new TestingParts().ledger(folder.ledger()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** A home of twenty documents, all of them in the index. */
    private HomeFolder filled(TestingIndex index) throws IOException {
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
        return folder;
    }
}
