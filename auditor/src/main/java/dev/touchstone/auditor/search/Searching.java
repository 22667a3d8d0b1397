package dev.touchstone.auditor.search;

import java.util.List;
import java.util.Optional;

/** Finds passages, and documents that are alike. Safe from several threads. */
public interface Searching {
    /**
     * Answers a query (its language: {@link SearchSyntax}). The same index and query give the same page; equal ranks are in
     * order of path and place.
     *
     * @throws dev.touchstone.auditor.BadInput when the query cannot be understood, with the place and the remedy
     * @throws StaleIndex when the index must be made anew first
     */
    SearchPage search(SearchQuery query);

    /**
     * The documents most like the one with this path, the most alike first, without itself.
     *
     * @throws dev.touchstone.auditor.BadInput when there is no such document
     */
    List<Precedent> similar(String path, int limit);

    /** Why the index must be made anew before it can answer (another version, another encoder, damage); empty when it can. */
    Optional<String> staleness();
}
