package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.app.Parts;
import java.util.List;
import java.util.function.Consumer;

/** The collections of a home, as whoever has the machine may change them; also while another process serves it. */
public final class HomeCollections implements AutoCloseable {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    private final Ledger ledger;

    private HomeCollections(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Opens a home's collections.
     *
     * @throws BadInput when there is no home
     */
    public static HomeCollections open(HomeFolder folder, Parts parts) {
        folder.check();
        return new HomeCollections(parts.ledger(folder.ledger()));
    }

    /** All of them by name. */
    public List<Collection> all() {
        return ledger.read(transaction -> transaction.collections().all());
    }

    /**
     * Makes a collection; one that is there stays as it is.
     *
     * @throws BadInput when its name cannot stand before paths
     */
    public void add(String name, Access access) {
        checkName(name);
        act(transaction -> transaction.collections().ensure(name, access));
    }

    static void checkName(String name) {
        if (!name.matches(NAME))
            throw new BadInput(
                    "collection '%s': write a name of small letters, digits and hyphens, such as team-payments"
                            .formatted(name));
    }

    /** Opens a collection to everybody, or closes it to all but its members. */
    public void restrict(String name, Access access) {
        act(transaction -> transaction.collections().restrict(find(transaction, name), access));
    }

    /** Lets somebody see what is in a confidential collection. */
    public void addMember(String name, String user) {
        act(transaction -> transaction.collections().addMember(find(transaction, name), user(transaction, user)));
    }

    /** Lets somebody see it no longer, from their next request on. */
    public void removeMember(String name, String user) {
        act(transaction -> transaction.collections().removeMember(find(transaction, name), user(transaction, user)));
    }

    private void act(Consumer<Transaction> work) {
        ledger.act(Viewer.local("").caller(), work);
    }

    private static Collection find(Transaction transaction, String name) {
        return transaction
                .collections()
                .find(name)
                .orElseThrow(() -> new BadInput("there is no collection %s; there are: %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        transaction.collections().all().stream()
                                                .map(Collection::name)
                                                .toList()))));
    }

    private static User user(Transaction transaction, String name) {
        return transaction
                .users()
                .find(name)
                .orElseThrow(
                        () -> new BadInput("there is no user %s; add one with: touchstone user add".formatted(name)));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
