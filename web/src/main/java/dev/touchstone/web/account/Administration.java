package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Links.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps users and collections. There is always an administrator left, once there was one. */
public final class Administration {
    /** For how long the first administrator can be made. */
    static final Duration SET_UP = Duration.ofMinutes(30);

    static final Duration NEW_PASSWORD = Duration.ofHours(24);

    private static final int LONGEST_NAME = 100;

    private final Ledger ledger;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Links links;

    Administration(Ledger ledger, Passwords passwords, Lockout lockout, Links links) {
        this.ledger = ledger;
        this.passwords = passwords;
        this.lockout = lockout;
        this.links = links;
    }

    /** A collection and who is a member of it; members count only while it is confidential. */
    public record Membership(Collection collection, List<User> members) {
        public Membership {
            members = List.copyOf(members);
        }
    }

    /** The secret of a link that makes the first administrator; empty when there is one. Show it on the console only. */
    public Optional<Secret> setUpLink() {
        return hasAdministrator() ? Optional.empty() : Optional.of(links.make(new Purpose.SetUp(), SET_UP));
    }

    public boolean hasAdministrator() {
        return ledger.read(Administration::hasAdministrator);
    }

    private static boolean hasAdministrator(Transaction transaction) {
        return transaction.users().all().stream().anyMatch(user -> user.role() == Role.ADMIN);
    }

    /**
     * Whether a set-up link still works.
     *
     * @throws Gone when it does not
     */
    public void checkSetUp(Secret link) {
        if (links.look(link).filter(Purpose.SetUp.class::isInstance).isEmpty() || hasAdministrator()) throw new Gone();
    }

    /**
     * Makes the first administrator: one, however often and from how many places at once it is asked.
     *
     * @throws Gone when the link was used, has expired, or there is an administrator
     * @throws BadInput when name or password cannot be taken; the link stays good
     */
    public User setUp(Secret link, String name, String shownAs, String password, Caller from) {
        checkSetUp(link);
        var chosen = UserName.chosen(name);
        var shown = shown(shownAs, chosen);
        var encoded = passwords.encode(chosen, password);
        if (links.use(link).isEmpty()) throw new Gone();
        return ledger.write(new Caller(chosen, from.address(), from.request()), transaction -> {
            if (hasAdministrator(transaction)) throw new Gone();
            return transaction.users().add(chosen, shown, Role.ADMIN, Optional.of(encoded));
        });
    }

    /**
     * Adds a user.
     *
     * @param password empty for somebody who gets a link, or who comes through a proxy only
     * @throws BadInput when name or password cannot be taken
     */
    public User add(String name, String shownAs, Role role, Optional<String> password, Caller caller) {
        var chosen = UserName.chosen(name);
        var shown = shown(shownAs, chosen);
        var encoded = password.map(typed -> passwords.encode(chosen, typed));
        return ledger.write(caller, transaction -> transaction.users().add(chosen, shown, role, encoded));
    }

    private static String shown(String shownAs, String name) {
        var shown = shownAs.strip();
        if (shown.length() > LONGEST_NAME)
            throw new BadInput("a person’s name has at most %d characters here".formatted(LONGEST_NAME));
        return shown.isEmpty() ? name : shown;
    }

    /** All users by name. */
    public List<User> users() {
        return ledger.read(transaction -> transaction.users().all());
    }

    /**
     * The user with this name.
     *
     * @throws BadInput when there is none
     */
    public User user(String name) {
        return ledger.read(transaction -> transaction.users().find(UserName.typed(name)))
                .orElseThrow(() -> new BadInput("there is no user '%s'; see the list of users".formatted(name)));
    }

    /** The user with this id. */
    public Optional<User> user(Id<User> id) {
        return ledger.read(transaction -> transaction.users().find(id));
    }

    public void role(User user, Role role, Caller caller) {
        ledger.act(caller, transaction -> {
            if (role != Role.ADMIN) requireAnother(user, transaction);
            transaction.users().role(user, role);
        });
    }

    public void disable(User user, Caller caller) {
        links.end(new Purpose.NewPassword(user.id()));
        ledger.act(caller, transaction -> {
            requireAnother(user, transaction);
            transaction.users().disable(user);
        });
    }

    private static void requireAnother(User user, Transaction transaction) {
        var others = transaction.users().all().stream()
                .filter(other -> other.role() == Role.ADMIN && !other.disabled())
                .filter(other -> !other.id().equals(user.id()));
        if (user.role() == Role.ADMIN && !user.disabled() && others.findAny().isEmpty())
            throw new BadInput("%s is the only administrator; make somebody else one first".formatted(user.name()));
    }

    public void enable(User user, Caller caller) {
        ledger.act(caller, transaction -> transaction.users().enable(user));
    }

    /**
     * Gives somebody a password.
     *
     * @throws BadInput when the rules refuse it
     */
    public void password(User user, String password, Caller caller) {
        var encoded = passwords.encode(user.name(), password);
        ledger.act(caller, transaction -> transaction.users().password(user, encoded));
    }

    /**
     * Takes somebody's second factor away, such as when their device is lost; their sessions end.
     *
     * @throws BadInput when they have none
     */
    public void removeSecondFactor(User user, Caller caller) {
        if (user.secondFactor().isEmpty()) throw new BadInput("%s has no second factor".formatted(user.name()));
        ledger.act(caller, transaction -> transaction.secondFactors().takeAway(user));
    }

    /** The secret of a link by which somebody chooses a password themselves: nobody else ever knows it. */
    public Secret passwordLink(User user, Caller caller) {
        ledger.act(caller, transaction -> transaction.log().add("user.password_link_made", user.name(), Map.of()));
        return links.make(new Purpose.NewPassword(user.id()), NEW_PASSWORD);
    }

    /**
     * Whom a link lets choose a password.
     *
     * @throws Gone when it was used or has expired
     */
    public User passwordFor(Secret link) {
        return links.look(link).flatMap(this::of).orElseThrow(Gone::new);
    }

    private Optional<User> of(Purpose purpose) {
        return switch (purpose) {
            case Purpose.SetUp _, Purpose.SecondStep _ -> Optional.empty();
            case Purpose.NewPassword(var id) -> user(id).filter(user -> !user.disabled());
        };
    }

    /**
     * Chooses a password by a link.
     *
     * @throws Gone when the link was used or has expired
     * @throws BadInput when the rules refuse the password; the link stays good
     */
    public void choosePassword(Secret link, String password, Caller from) {
        var user = passwordFor(link);
        var encoded = passwords.encode(user.name(), password);
        if (links.use(link).isEmpty()) throw new Gone();
        ledger.act(
                new Caller(user.name(), from.address(), from.request()),
                transaction -> transaction.users().password(user, encoded));
    }

    /** Names and addresses from which too many wrong passwords or codes came just now, each as {@code name from address}. */
    public List<String> stopped() {
        return lockout.stopped().stream()
                .map(pair -> "%s from %s".formatted(pair.account(), pair.address()))
                .toList();
    }

    /** All collections by name, with their members. */
    public List<Membership> collections() {
        return ledger.read(transaction -> transaction.collections().all().stream()
                .map(collection ->
                        new Membership(collection, transaction.collections().members(collection.id())))
                .toList());
    }

    public Optional<Collection> collection(Id<Collection> id) {
        return ledger.read(transaction -> transaction.collections().find(id));
    }

    /**
     * Makes a collection.
     *
     * @throws BadInput when the name is empty, too long or taken
     */
    public Collection make(String name, Access access, Caller caller) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME)
            throw new BadInput("a collection needs a name of at most %d characters".formatted(LONGEST_NAME));
        return ledger.write(caller, transaction -> {
            if (transaction.collections().find(called).isPresent())
                throw new BadInput("there is a collection '%s' already".formatted(called));
            return transaction.collections().ensure(called, access);
        });
    }

    public void restrict(Collection collection, Access access, Caller caller) {
        ledger.act(caller, transaction -> transaction.collections().restrict(collection, access));
    }

    public void addMember(Collection collection, User user, Caller caller) {
        ledger.act(caller, transaction -> transaction.collections().addMember(collection, user));
    }

    public void removeMember(Collection collection, User user, Caller caller) {
        ledger.act(caller, transaction -> transaction.collections().removeMember(collection, user));
    }
}
