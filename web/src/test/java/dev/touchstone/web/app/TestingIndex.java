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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** An index that knows which documents were committed, and finds nothing. */
public final class TestingIndex implements SearchIndex {
    private final Map<String, Integer> committed = new ConcurrentSkipListMap<>();
    private final Consumer<String> before;

    public TestingIndex() {
        this(_ -> {});
    }

    /** @param before done with the path of each document before it is added */
    public TestingIndex(Consumer<String> before) {
        this.before = before;
    }

    /** The paths that a searcher would see. */
    public Collection<String> paths() {
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
        private final Set<String> removed = new TreeSet<>();
        private final boolean replaces;

        private TestingGeneration(boolean replaces) {
            this.replaces = replaces;
        }

        @Override
        public void add(Entry entry, Annotated annotated) {
            before.accept(entry.path());
            added.put(entry.path(), annotated.sentences().size());
        }

        @Override
        public void remove(String path) {
            for (var known : List.copyOf(committed.keySet())) if (isWithin(known, path)) removed.add(known);
            added.keySet().removeIf(known -> isWithin(known, path));
        }

        private static boolean isWithin(String known, String path) {
            return known.equals(path) || known.startsWith(path + "!/");
        }

        @Override
        public void commit() {
            if (replaces) committed.clear();
            committed.keySet().removeAll(removed);
            committed.putAll(added);
        }

        @Override
        public void close() {}
    }
}
