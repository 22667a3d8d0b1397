package dev.touchstone.web.archive;

import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The search indexes of a home, one for each collection, opened when they are needed. Safe from several threads. */
final class Indexes implements AutoCloseable {
    private final Path folder;
    private final Function<Path, SearchIndex> opening;
    private final Function<List<SearchIndex>, Searching> joining;
    private final Map<Path, SearchIndex> open = new ConcurrentHashMap<>();

    /**
     * Indexes below a folder.
     *
     * @param opening opens one in its folder
     * @param joining reads several as one
     */
    Indexes(Path folder, Function<Path, SearchIndex> opening, Function<List<SearchIndex>, Searching> joining) {
        this.folder = folder;
        this.opening = opening;
        this.joining = joining;
    }

    /** Exactly these, as one: of others there is no trace in any count. */
    Searching together(List<Collection> collections) {
        return joining.apply(collections.stream().map(this::of).toList());
    }

    SearchIndex of(Collection collection) {
        return open.computeIfAbsent(folder.resolve(collection.id().toString()), opening);
    }

    @Override
    public void close() {
        open.values().forEach(SearchIndex::close);
    }
}
