package dev.touchstone.web.access;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Sessions.Session;
import dev.touchstone.indexer.archive.ledger.Users.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who asks, as the ledger had it when the request came: a change of role or collection works on the next one. */
public sealed interface Visitor {
    /** How the audit log calls them. */
    String name();

    /** The collections that they may see, by name. All others are to them as if they were not there. */
    List<Collection> collections();

    boolean may(Deed deed);

    /** By which they are signed in; empty when they came another way. */
    default Optional<Session> session() {
        return switch (this) {
            case Account account -> account.means().opened();
            case Local _ -> Optional.empty();
        };
    }

    default boolean sees(Id<Collection> collection) {
        return collections().stream().anyMatch(seen -> seen.id().equals(collection));
    }

    /** Somebody with an account. */
    record Account(User user, List<Collection> collections, Means means) implements Visitor {
        public Account {
            collections = List.copyOf(collections);
        }

        @Override
        public String name() {
            return user.name();
        }

        @Override
        public boolean may(Deed deed) {
            return deed.isFor(user.role()) && means.allow(deed);
        }
    }

    /** Whoever sits at the machine, while there are no accounts. */
    record Local(List<Collection> collections) implements Visitor {
        /** The name that no user may have. */
        public static final String NAME = "local";

        public Local {
            collections = List.copyOf(collections);
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean may(Deed deed) {
            return deed.isLocal();
        }
    }

    /** How somebody showed who they are. */
    sealed interface Means {
        boolean allow(Deed deed);

        /** The session that somebody opened; empty when they did not sign in here. */
        default Optional<Session> opened() {
            return switch (this) {
                case SignedIn(var session) -> Optional.of(session);
                case PasswordAlone(var session) -> Optional.of(session);
                case Vouched _, Token _ -> Optional.empty();
            };
        }

        /** By having signed in. */
        record SignedIn(Session session) implements Means {
            @Override
            public boolean allow(Deed deed) {
                return true;
            }
        }

        /** By a password alone, where their role needs a second factor too: it can be set up, and nothing else be done. */
        record PasswordAlone(Session session) implements Means {
            @Override
            public boolean allow(Deed deed) {
                return deed.isOpen() || deed == Deed.SECOND_FACTOR;
            }
        }

        /** By the word of a proxy that is trusted. */
        record Vouched() implements Means {
            @Override
            public boolean allow(Deed deed) {
                return true;
            }
        }

        /** By a token, which a program holds. */
        record Token(Set<Scope> scopes) implements Means {
            public Token {
                scopes = Set.copyOf(scopes);
            }

            @Override
            public boolean allow(Deed deed) {
                return deed.scope().filter(scopes::contains).isPresent();
            }
        }
    }
}
