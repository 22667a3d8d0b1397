package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.search.Precedent;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An index that knows which documents were committed, and finds nothing. */
public final class TestingIndex implements SearchIndex {
    private final Map<String, Integer> committed = new TreeMap<>();

    /** The paths that a searcher would see. */
    Collection<String> paths() {
        return List.copyOf(committed.keySet());
    }

    @Override
    public Generation replace() {
        return new TestingGeneration(true);
    }

    @Override
    public Generation extend() {
        return new TestingGeneration(false);
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return new SearchPage(0, 0, List.of(), Map.of());
    }

    @Override
    public List<Precedent> similar(String path, int limit) {
        return List.of();
    }

    @Override
    public Optional<String> staleness() {
        return Optional.empty();
    }

    @Override
    public void close() {}

    private final class TestingGeneration implements Generation {
        private final Map<String, Integer> added = new TreeMap<>();
        private final boolean replaces;

        private TestingGeneration(boolean replaces) {
            this.replaces = replaces;
        }

        @Override
        public void add(Entry entry, Annotated annotated) {
            added.put(entry.path(), annotated.sentences().size());
        }

        @Override
        public void commit() {
            if (replaces) committed.clear();
            committed.putAll(added);
        }

        @Override
        public void close() {}
    }
}
