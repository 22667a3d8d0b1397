package dev.touchstone.web.access;

import static dev.touchstone.indexer.archive.ledger.Users.Role.ADMIN;
import static dev.touchstone.indexer.archive.ledger.Users.Role.AUDITOR;
import static dev.touchstone.indexer.archive.ledger.Users.Role.AUTHOR;
import static dev.touchstone.indexer.archive.ledger.Users.Role.LEADER;
import static dev.touchstone.indexer.archive.ledger.Users.Role.READER;
import static dev.touchstone.indexer.archive.ledger.Users.Role.REVIEWER;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.util.Optional;
import java.util.Set;

/** What can be done with the service, and which roles may. What a role sees is settled beside it, by the collections. */
public enum Deed {
    ENTER("Come in: sign in, set up, ask whether the service is up", Scope.READ, Doors.OPEN, Set.of(Role.values())),
    READ(
            "Look at results, decisions and their evidence, and search",
            Scope.READ,
            Doors.LOCAL,
            Set.of(ADMIN, AUDITOR, REVIEWER, LEADER, AUTHOR, READER)),
    EXPORT(
            "Take results out whole: report, tables, the audit's file",
            Scope.READ,
            Doors.LOCAL,
            Set.of(ADMIN, AUDITOR, REVIEWER, LEADER)),
    UPLOAD("Upload documents and follow them", Scope.UPLOAD, Doors.LOCAL, Set.of(ADMIN, AUDITOR, AUTHOR)),
    REMOVE("Take documents out of sight", Scope.ADMIN, Doors.LOCAL, Set.of(ADMIN, AUDITOR)),
    ALLOW("Write down that a compromise was knowingly allowed", Scope.ADMIN, Doors.LOCAL, Set.of(ADMIN, AUDITOR)),
    REVIEW("Judge what the machine found", Scope.REVIEW, Doors.LOCAL, Set.of(ADMIN, AUDITOR, REVIEWER)),
    OBSERVE("Watch how the service runs", Scope.ADMIN, Doors.LOCAL, Set.of(ADMIN)),
    OWN_ACCOUNT("Keep one’s own account: password, tokens", Doors.CLOSED, Set.of(Role.values())),
    SECOND_FACTOR("Set up one’s own second factor", Doors.CLOSED, Set.of(Role.values())),
    ADMINISTER("Administer users and collections", Scope.ADMIN, Doors.CLOSED, Set.of(ADMIN));

    private final String description;
    private final Optional<Scope> scope;
    private final Doors doors;

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of gives cannot change
    private final Set<Role> roles;

    /** Who may besides those with an account. */
    private enum Doors {
        /** Everybody. */
        OPEN,
        /** Whoever sits at the machine, while there are no accounts. */
        LOCAL,
        /** Nobody. */
        CLOSED
    }

    Deed(String description, Scope scope, Doors doors, Set<Role> roles) {
        this(description, Optional.of(scope), doors, roles);
    }

    /** A deed for persons only: no token's scope allows it. */
    Deed(String description, Doors doors, Set<Role> roles) {
        this(description, Optional.empty(), doors, roles);
    }

    Deed(String description, Optional<Scope> scope, Doors doors, Set<Role> roles) {
        this.description = description;
        this.scope = scope;
        this.doors = doors;
        this.roles = roles;
    }

    /** In a few words, for the manual. */
    public String description() {
        return description;
    }

    /** The scope that a token needs; empty when no token will do. */
    public Optional<Scope> scope() {
        return scope;
    }

    /** Whether nobody needs to say who they are. */
    public boolean isOpen() {
        return doors == Doors.OPEN;
    }

    /** Whether it may be done by whoever sits at the machine, while there are no accounts. */
    public boolean isLocal() {
        return doors != Doors.CLOSED;
    }

    public boolean isFor(Role role) {
        return roles.contains(role);
    }
}
