package dev.touchstone.indexer.search;

import static dev.touchstone.indexer.search.Queries.text;
import static dev.touchstone.indexer.search.SampleCorpus.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.StaleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.codecs.hnsw.HnswGraphProvider;
import org.apache.lucene.codecs.perfield.PerFieldKnnVectorsFormat;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexTest extends SearchIndexContract {
    @Override
    SearchIndex open(Path folder, Encoder encoder) {
        return LuceneIndex.open(folder, encoder);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path generation() throws IOException {
        return new Folder(folder).current().orElseThrow();
    }

    @Test
    void a_replaced_generation_is_deleted_and_so_is_one_that_was_not_committed() throws IOException {
        try (var _ = index.replace()) {
            assertThat(files()).contains("generation-1", "generation-2");
        }
        assertThat(files()).containsExactly("current", "generation-1", "write.lock");
        publish(List.of(NOTES));
        assertThat(files()).containsExactly("current", "generation-2", "write.lock");
    }

    @Test
    void leftovers_of_a_crash_are_swept_at_open_but_not_while_somebody_writes() throws IOException {
        Files.createDirectory(folder.resolve("generation-9"));
        Files.writeString(folder.resolve("current.next"), "generation-9");
        try (var _ = index.extend();
                var other = open(folder, new TestingEncoder())) {
            assertThat(files()).contains("generation-9");
            assertThat(other.search(text("")).total()).isEqualTo(12);
        }
        try (var other = open(folder, new TestingEncoder())) {
            assertThat(files()).containsExactly("current", "generation-1", "write.lock");
            assertThat(other.search(text("")).total()).isEqualTo(12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "extend"})
    void killed_before_its_commit_a_writer_leaves_the_old_index_and_no_lock(String change) throws Exception {
        try (var writer = WritingProcess.start(folder, change, "wait")) {
            assertThatThrownBy(index::extend)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("being written by somebody else");
            assertThat(index.search(text("")).total()).isEqualTo(12);
            writer.kill();
        }
        index.close();
        index = open(folder, new TestingEncoder());
        assertThat(files()).containsExactly("current", "generation-1", "write.lock");
        assertThat(index.search(text("")).total()).isEqualTo(12);
        add(SampleRecord.of("new.md", "New").passage("Something new."));
        assertThat(index.search(text("")).total()).isEqualTo(13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace", "extend"})
    void killed_after_its_commit_a_writer_leaves_the_new_index_whole(String change) throws Exception {
        try (var writer = WritingProcess.start(folder, change, "commit")) {
            writer.kill();
        }
        var expected = change.equals("replace") ? 1 : 13;
        assertThat(index.search(text("")).total()).isEqualTo(expected);
        index.close();
        index = open(folder, new TestingEncoder());
        assertThat(index.search(text("")).total()).isEqualTo(expected);
        assertThat(files()).hasSize(3);
    }

    @Test
    void readers_during_replacements_see_one_index_or_the_other_never_a_mixture() throws Exception {
        var done = new AtomicBoolean();
        Callable<List<Integer>> reading = () -> {
            var totals = new ArrayList<Integer>();
            while (!done.get())
                totals.add(index.search(text("dashboard OR -dashboard")).total());
            return totals;
        };
        try (var readers = Executors.newFixedThreadPool(2)) {
            var first = readers.submit(reading);
            var second = readers.submit(reading);
            for (var i = 0; i < 20; i++) publish(i % 2 == 0 ? List.of(NOTES) : SampleCorpus.ALL);
            done.set(true);
            assertThat(first.get()).isNotEmpty().isSubsetOf(1, 12);
            assertThat(second.get()).isNotEmpty().isSubsetOf(1, 12);
        }
    }

    @Test
    void an_index_of_another_version_asks_to_be_made_anew() throws IOException {
        index.close();
        try (var directory = FSDirectory.open(generation());
                var writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(Vectors.codec()))) {
            writer.setLiveCommitData(new Identity("0", "testing-1").written().entrySet());
            writer.commit();
        }
        index = open(folder, new TestingEncoder());
        assertThat(index.staleness()).contains("it was made by another version of Touchstone");
        publish(List.of(NOTES));
        assertThat(index.staleness()).isEmpty();
    }

    @Test
    void each_flipped_bit_of_the_name_of_the_present_generation_is_damage_that_a_new_index_cures() throws IOException {
        var name = folder.resolve("current");
        var written = Files.readAllBytes(name);
        for (var bit = 0; bit < 8 * written.length; bit++) {
            index.close();
            var flipped = Files.readAllBytes(name);
            flipped[bit / 8 % flipped.length] ^= (byte) (1 << bit % 8);
            Files.write(name, flipped);

            assertThat(Inspection.of(folder).faults()).as("bit " + bit).isNotEmpty();
            index = open(folder, new TestingEncoder());
            assertThat(index.staleness()).as("bit " + bit).contains("it is damaged");
            publish(List.of(NOTES));
            assertThat(index.search(text("")).total()).as("bit " + bit).isEqualTo(1);
        }
    }

    @Test
    void a_damaged_index_is_reported_and_can_be_made_anew() throws IOException {
        index.close();
        try (var files = Files.list(generation())) {
            for (var file : files.toList())
                if (!file.getFileName().toString().equals("write.lock")) Files.write(file, new byte[] {1, 2, 3});
        }
        index = open(folder, new TestingEncoder());
        assertThat(index.staleness()).contains("it is damaged");
        assertThatThrownBy(() -> index.search(text("")))
                .isInstanceOf(StaleIndex.class)
                .hasMessage("the search index cannot be used, because it is damaged");
        publish(List.of(NOTES));
        assertThat(index.search(text("")).total()).isEqualTo(1);
    }

    @Test
    void an_index_whose_files_are_gone_is_reported() throws IOException {
        index.close();
        Folder.delete(generation());
        index = open(folder, new TestingEncoder());
        assertThat(index.staleness()).contains("it is damaged");
    }

    @Test
    void vectors_are_kept_without_a_graph() throws IOException {
        var many = SampleRecord.of("many.md", "Many");
        for (var i = 0; i < 2_000; i++) many.passage("word" + (char) ('a' + i % 26) + " other" + (char) ('a' + i % 23));
        publish(List.of(many));
        try (var snapshot = Snapshot.open(generation())) {
            var segment = (CodecReader) snapshot.reader().leaves().getFirst().reader();
            var vectors = (PerFieldKnnVectorsFormat.FieldsReader) segment.getVectorReader();
            var graph = ((HnswGraphProvider) vectors.getFieldReader(Fields.VECTOR)).getGraph(Fields.VECTOR);
            assertThat(graph == null ? 0 : graph.size()).isZero();
        }
        assertThat(index.search(text("worda othera")).total()).isGreaterThanOrEqualTo(4);
    }
}
