package dev.touchstone.indexer.search;

import static dev.touchstone.indexer.search.Queries.between;
import static dev.touchstone.indexer.search.Queries.filtered;
import static dev.touchstone.indexer.search.Queries.page;
import static dev.touchstone.indexer.search.Queries.text;
import static dev.touchstone.indexer.search.SampleCorpus.LEDGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuceneIndexesTest {
    private static final List<SampleRecord> CORPUS = corpus();

    private static final List<SearchQuery> QUERIES = List.of(
            text(""),
            page("", 5, 7),
            text("cost"),
            text("customers cost"),
            page("customers cost ledger", 3, 5),
            text("frankness"),
            text("we expect honest expenditure for the ledger of customers"),
            text("\"cost of\" OR dashboard"),
            text("ledgre~ custmer~2"),
            text("cust* -ledger"),
            text("title:record cost"),
            text("value:thrift role:reason"),
            filtered("rollback", Map.of(Facet.TEAM, List.of("payments"))),
            filtered(Map.of(Facet.VALUE, List.of("candour"), Facet.ROLE, List.of("reason"))),
            between("2024-01-01", "2024-06-30"),
            text("xylophone"));

    @TempDir
    Path folder;

    private final List<LuceneIndex> opened = new ArrayList<>();
    private LuceneIndex whole;

    @BeforeEach
    void fill() {
        whole = index("whole", CORPUS);
    }

    @AfterEach
    void close() {
        opened.forEach(LuceneIndex::close);
    }

    private LuceneIndex index(String name, List<SampleRecord> records) {
        var index = LuceneIndex.open(folder.resolve(name), new TestingEncoder());
        opened.add(index);
        publish(index, records);
        return index;
    }

    private static void publish(LuceneIndex index, List<SampleRecord> records) {
        try (var generation = index.replace()) {
            records.forEach(record -> record.addTo(generation));
            generation.commit();
        }
    }

    private List<LuceneIndex> split(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> index(
                        parts + "-" + part,
                        IntStream.range(0, CORPUS.size())
                                .filter(at -> at % parts == part)
                                .mapToObj(CORPUS::get)
                                .toList()))
                .toList();
    }

    /** The sample records, and sixty more whose words repeat and whose ranks are close. */
    private static List<SampleRecord> corpus() {
        var random = new Random(11);
        var words =
                "customers customer cost costs of the ledger ledgers audit honest truth expenditure dashboard revert rollback"
                        .split(" ", -1);
        var records = new ArrayList<>(SampleCorpus.ALL);
        for (var number = 0; number < 60; number++) {
            var record = SampleRecord.of("more/%02d.md".formatted(number), "Record of " + words[number % words.length])
                    .by(number % 3 == 0 ? "Payments" : "Team " + number % 4)
                    .on("2024-%02d-01".formatted(1 + number % 12));
            for (var passage = 0; passage < 1 + number % 4; passage++) {
                var text = new StringBuilder("We");
                for (var word = 0; word < 4 + random.nextInt(6); word++)
                    text.append(' ').append(words[random.nextInt(words.length)]);
                record.passage(text.append('.').toString())
                        .refers(
                                random.nextBoolean() ? "candour" : "thrift",
                                Stance.UPHOLDS,
                                About.CHOSEN,
                                random.nextBoolean() ? Role.REASON : Role.BEHAVIOUR);
            }
            records.add(record);
        }
        return List.copyOf(records);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void a_page_over_several_indexes_is_that_of_one_with_the_same_documents(int parts) {
        var together = new LuceneIndexes(split(parts));
        for (var query : QUERIES) assertThat(together.search(query)).isEqualTo(whole.search(query));
        assertThat(QUERIES)
                .filteredOn(query -> whole.search(query).total() == 0)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void precedents_over_several_indexes_are_those_of_one_with_the_same_documents(int parts) {
        var together = new LuceneIndexes(split(parts));
        for (var record : CORPUS)
            assertThat(together.similar(record.path(), 10)).isEqualTo(whole.similar(record.path(), 10));
    }

    @Test
    void the_order_of_the_indexes_is_irrelevant() {
        var parts = split(3);
        var forth = new LuceneIndexes(parts);
        var back = new LuceneIndexes(parts.reversed());
        for (var query : QUERIES) assertThat(back.search(query)).isEqualTo(forth.search(query));
        assertThat(back.similar(LEDGER.path(), 10)).isEqualTo(forth.similar(LEDGER.path(), 10));
    }

    @Test
    void an_index_that_is_left_out_changes_nothing() {
        var parts = split(3);
        var seen = new LuceneIndexes(parts.subList(0, 2));
        var before = QUERIES.stream().map(seen::search).map(Object::toString).toList();
        publish(
                parts.getLast(),
                List.of(SampleRecord.of("secret.md", "Customers cost").passage("Customers cost.")));
        assertThat(QUERIES.stream().map(seen::search).map(Object::toString)).isEqualTo(before);
        assertThatThrownBy(() -> seen.similar("secret.md", 3)).hasMessageContaining("no document secret.md");
    }

    @Test
    void a_folder_without_an_index_and_an_index_without_documents_change_nothing() {
        var none = LuceneIndex.open(folder.resolve("none"), new TestingEncoder());
        opened.add(none);
        var together = new LuceneIndexes(List.of(none, whole, index("empty", List.of())));
        for (var query : QUERIES) assertThat(together.search(query)).isEqualTo(whole.search(query));
        assertThat(together.similar(LEDGER.path(), 10)).isEqualTo(whole.similar(LEDGER.path(), 10));
        assertThat(together.staleness()).isEmpty();
    }

    @Test
    void no_index_at_all_answers_with_nothing_and_still_refuses_what_is_wrong() {
        var together = new LuceneIndexes(List.of());
        assertThat(together.search(text("cost")).total()).isZero();
        assertThat(together.search(text("cost")).counts(Facet.TEAM)).isEmpty();
        assertThat(together.staleness()).isEmpty();
        assertThatThrownBy(() -> together.search(text("\"open"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> together.similar("a.md", 3)).isInstanceOf(BadInput.class);
    }

    @Test
    void one_index_that_cannot_be_used_is_a_fault_of_all() throws IOException {
        var broken = index("broken", List.of(LEDGER));
        broken.close();
        Folder.delete(new Folder(folder.resolve("broken")).current().orElseThrow());
        broken = LuceneIndex.open(folder.resolve("broken"), new TestingEncoder());
        opened.add(broken);
        var together = new LuceneIndexes(List.of(whole, broken));
        assertThat(together.staleness()).contains("it is damaged");
        assertThatThrownBy(() -> together.search(text("cost")))
                .isInstanceOf(StaleIndex.class)
                .hasMessageContaining("it is damaged");
        assertThat(holders(whole)).isEqualTo(2);
    }

    @Test
    void indexes_of_different_encoders_and_one_given_twice_are_refused() {
        var other = LuceneIndex.open(folder.resolve("other"), new TestingEncoder("testing-2"));
        opened.add(other);
        assertThatThrownBy(() -> new LuceneIndexes(List.of(whole, other))).hasMessageContaining("testing-2");
        assertThatThrownBy(() -> new LuceneIndexes(List.of(whole, whole))).hasMessageContaining("twice");
    }

    @Test
    void what_was_answered_holds_nothing() throws IOException {
        var together = new LuceneIndexes(List.of(whole, index("more", List.of())));
        for (var query : QUERIES) together.search(query);
        together.similar(LEDGER.path(), 3);
        assertThatThrownBy(() -> together.similar("nowhere.md", 3)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> together.search(text("aa* ".repeat(199) + "bb~")))
                .isInstanceOf(BadInput.class);
        assertThat(holders(whole)).isEqualTo(2);
    }

    /** The index itself, and whoever asks. */
    private static int holders(LuceneIndex index) throws IOException {
        try (var snapshot = index.latest().orElseThrow()) {
            return snapshot.reader().getRefCount();
        }
    }

    @Test
    void an_answer_is_of_one_commit_of_each_while_they_are_replaced() throws Exception {
        var few = CORPUS.subList(0, 5);
        var index = index("changing", few);
        var together = new LuceneIndexes(List.of(index("fixed", CORPUS.subList(5, 65)), index));
        var all = whole.search(text("cost"));
        var fewer = new LuceneIndexes(opened.subList(2, 3)).search(text("cost"));
        var done = new AtomicBoolean();
        Callable<List<Object>> reading = () -> {
            var pages = new ArrayList<Object>();
            while (!done.get()) pages.add(together.search(text("cost")));
            return pages;
        };
        try (var readers = Executors.newFixedThreadPool(2)) {
            var first = readers.submit(reading);
            var second = readers.submit(reading);
            for (var i = 0; i < 20; i++) publish(index, i % 2 == 0 ? List.of() : few);
            done.set(true);
            assertThat(first.get()).isNotEmpty().isSubsetOf(all, fewer);
            assertThat(second.get()).isNotEmpty().isSubsetOf(all, fewer);
        }
    }
}
