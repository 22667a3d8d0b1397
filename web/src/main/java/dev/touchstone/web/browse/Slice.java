package dev.touchstone.web.browse;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total of the whole list
 * @param page from 1
 * @param size how many a full page holds
 */
public record Slice<T>(List<T> items, int total, int page, int size) {
    public Slice {
        items = List.copyOf(items);
    }

    /** The wanted page of a list; past the end it is empty. */
    public static <T> Slice<T> of(List<T> all, int page, int size) {
        var start = (int) Math.min((long) (page - 1) * size, all.size());
        return new Slice<>(all.subList(start, Math.min(start + size, all.size())), all.size(), page, size);
    }

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** Number of the first item in the whole list, from 1. */
    public int first() {
        return items.isEmpty() ? 0 : (page - 1) * size + 1;
    }

    public int last() {
        return items.isEmpty() ? 0 : first() + items.size() - 1;
    }
}
