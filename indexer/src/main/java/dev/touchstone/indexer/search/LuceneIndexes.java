package dev.touchstone.indexer.search;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Precedent;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchPage.Count;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.SearchSyntax;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.auditor.search.StaleIndex;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.IndexSearcher.TooManyClauses;

/**
 * Several indexes read as one: hits, their order, counts and precedents are those of one index that holds the documents of
 * all. An index that is left out has no part in any of them, not even through how rare a word is in it, so what a person may
 * not see does not show in what they see. Each answer is read from one commit of each index.
 *
 * <p>The indexes stay their owner's to close. They are of different documents: no path is in two of them. Their order is
 * irrelevant, and none at all is an index without documents.
 */
public final class LuceneIndexes implements Searching {
    private final List<LuceneIndex> indexes;

    /** @throws IllegalArgumentException when one is given twice, or two were opened with different encoders */
    public LuceneIndexes(List<LuceneIndex> indexes) {
        this.indexes = List.copyOf(indexes);
        if (new HashSet<>(indexes).size() < indexes.size())
            throw new IllegalArgumentException("a search index is given twice");
        var identities = indexes.stream().map(LuceneIndex::identity).distinct().toList();
        if (identities.size() > 1)
            throw new IllegalArgumentException("search indexes of different encoders: " + identities);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        SearchSyntax.parse(query.text());
        return read(view -> new Search(view, query).page(indexes.getFirst().meaning()))
                .orElseGet(() -> new SearchPage(0, 0, List.of(), nothing()));
    }

    @Override
    public List<Precedent> similar(String path, int limit) {
        return read(view -> new Precedents(view, path).of(path, limit))
                .orElseThrow(() -> new BadInput("there is no document " + path + " in the search index; it is empty"));
    }

    @Override
    public Optional<String> staleness() {
        try (var view = View.latest(indexes)) {
            return fault(view);
        } catch (IOException failed) {
            return Optional.of(damage(failed));
        }
    }

    /** Something that is read from a view. */
    private interface Reading<T> {
        T from(View view) throws IOException;
    }

    /** Empty when there is no index yet. */
    private <T> Optional<T> read(Reading<T> reading) {
        try (var view = View.latest(indexes)) {
            if (view.snapshots().isEmpty()) return Optional.empty();
            var fault = fault(view);
            if (fault.isPresent()) throw new StaleIndex(fault.orElseThrow());
            return Optional.of(reading.from(view));
        } catch (TooManyClauses tooMany) {
            throw new BadInput("query: it comes to too many parts; ask for fewer");
        } catch (IOException failed) {
            throw new StaleIndex(damage(failed));
        }
    }

    /** Each fault that any of them has, once. */
    private Optional<String> fault(View view) throws IOException {
        var faults = new TreeSet<String>();
        for (var snapshot : view.snapshots())
            indexes.getFirst().identity().fault(snapshot.written()).ifPresent(faults::add);
        return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", faults));
    }

    /** Damage is told from a disk that does not answer: the first is cured by a new index, the second is not. */
    private static String damage(IOException failed) {
        return switch (failed) {
            case CorruptIndexException _,
                    IndexNotFoundException _,
                    NoSuchFileException _,
                    FileNotFoundException _,
                    EOFException _ -> "it is damaged";
            case IndexFormatTooOldException _, IndexFormatTooNewException _ ->
                "it was made by another version of Lucene";
            default -> throw new UncheckedIOException("cannot read the search index", failed);
        };
    }

    private static Map<Facet, List<Count>> nothing() {
        var nothing = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values()) nothing.put(facet, List.of());
        return nothing;
    }
}
