package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.auditor.search.StaleIndex;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.Parts;

/** Searches a home from beside it, also while another process serves it. */
public final class HomeSearch implements AutoCloseable {
    private final HomeFolder folder;
    private final Ledger ledger;
    private final Indexes indexes;

    private HomeSearch(HomeFolder folder, Ledger ledger, Indexes indexes) {
        this.folder = folder;
        this.ledger = ledger;
        this.indexes = indexes;
    }

    /**
     * Opens a home to be searched.
     *
     * @throws dev.touchstone.auditor.BadInput when there is none
     */
    public static HomeSearch open(HomeFolder folder, Parts parts) {
        folder.check();
        return new HomeSearch(
                folder, parts.ledger(folder.ledger()), new Indexes(folder.index(), parts::index, parts::together));
    }

    /** The charter that is in force. */
    public Charter charter() {
        return Stores.charter(CharterBook.of(folder, ledger).inForce());
    }

    /** Answers from all collections, as whoever has the machine may see them. */
    public SearchPage search(SearchQuery query) {
        var collections = ledger.read(transaction -> transaction.collections().all());
        try {
            return indexes.together(collections).search(query);
        } catch (StaleIndex stale) {
            throw new BadInput("%s: %s; it is made anew when the home is served: touchstone serve --home %s"
                    .formatted(folder.path(), stale.getMessage(), folder.path()));
        }
    }

    @Override
    public void close() {
        try (ledger;
                indexes) {
            // Both, whatever the first one says.
        }
    }
}
