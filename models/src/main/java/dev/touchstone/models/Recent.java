package dev.touchstone.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was asked for last, oldest forgotten first. Safe from several threads. */
public final class Recent<K, V> {
    private final Map<K, V> entries;

    /** @param most entries kept */
    public Recent(int most) {
        entries = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized void keep(K key, V value) {
        entries.put(key, value);
    }
}
