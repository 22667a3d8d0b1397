package dev.touchstone.web.archive;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Visitor;
import java.util.List;
import java.util.Optional;

/**
 * Who looks at a home, and through which door.
 *
 * @param caller as the audit log names them
 * @param user whose collections they see; empty for whoever has the machine itself, and so sees all
 */
public record Viewer(Caller caller, Optional<Id<User>> user) {
    /** Whoever has the machine itself: the command line, and a service without accounts on the loopback. */
    public static Viewer local(String request) {
        return new Viewer(new Caller(Visitor.Local.NAME, "", request), Optional.empty());
    }

    /**
     * Whoever came through the gate of the service.
     *
     * @param caller the visitor, as the audit log names them
     */
    public static Viewer of(Visitor visitor, Caller caller) {
        return switch (visitor) {
            case Visitor.Account account ->
                new Viewer(caller, Optional.of(account.user().id()));
            case Visitor.Local _ -> new Viewer(caller, Optional.empty());
        };
    }

    /** The collections that they may see, by name; looked up each time, so that a change counts at once. */
    List<Collection> collections(Transaction transaction) {
        return user.map(transaction.collections()::visibleTo)
                .orElseGet(() -> transaction.collections().all());
    }
}
