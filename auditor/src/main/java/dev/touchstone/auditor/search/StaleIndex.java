package dev.touchstone.auditor.search;

/**
 * A search index cannot answer until it is made anew: it is damaged, or another version or encoder made it. Nothing is lost,
 * because it is derived; but what it would answer would be less than there is.
 */
public final class StaleIndex extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StaleIndex(String fault) {
        super("the search index cannot be used, because " + fault);
    }
}
