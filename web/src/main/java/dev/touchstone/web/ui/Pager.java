package dev.touchstone.web.ui;

import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Slice;
import java.util.function.IntFunction;

/**
 * Where a page stands in its list, and the ways on.
 *
 * @param previous address of the page before; empty on the first
 * @param next address of the page after; empty on the last
 */
record Pager(String position, String previous, String next) {
    /** @param address of a page by its number */
    static Pager of(Slice<?> slice, IntFunction<String> address) {
        return of(slice.first(), slice.last(), slice.total(), slice.page(), slice.size(), address);
    }

    static Pager of(Slice<?> slice, String path, Question question) {
        return of(slice.first(), slice.last(), slice.total(), slice.page(), slice.size(), path, question);
    }

    static Pager of(int first, int last, int total, int page, int size, String path, Question question) {
        return of(first, last, total, page, size, number -> question.at(number).address(path));
    }

    private static Pager of(int first, int last, int total, int page, int size, IntFunction<String> address) {
        var position = total <= size
                ? ""
                : "%s–%s of %s".formatted(Numbers.whole(first), Numbers.whole(last), Numbers.whole(total));
        return new Pager(
                position,
                page > 1 ? address.apply(page - 1) : "",
                last < total && last > 0 ? address.apply(page + 1) : "");
    }

    boolean needed() {
        return !previous.isEmpty() || !next.isEmpty();
    }
}
