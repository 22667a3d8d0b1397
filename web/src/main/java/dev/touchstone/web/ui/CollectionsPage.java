package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.account.Administration.Membership;
import java.util.List;

/** The collections and who sees them, for administrators. */
record CollectionsPage(AccountFrame around, List<Row> collections) {
    /**
     * One collection.
     *
     * @param strangers those who could become members
     */
    record Row(String id, String name, boolean confidential, List<Person> members, List<Person> strangers) {
        static Row of(Membership membership, List<User> users) {
            var members = membership.members();
            return new Row(
                    membership.collection().id().toString(),
                    membership.collection().name(),
                    membership.collection().access() == Access.CONFIDENTIAL,
                    members.stream().map(Person::of).toList(),
                    users.stream()
                            .filter(user -> members.stream()
                                    .noneMatch(member -> member.id().equals(user.id())))
                            .map(Person::of)
                            .toList());
        }

        /** Who sees it, in words. */
        String audience() {
            return confidential ? "confidential: its members only" : "open: everybody with an account";
        }
    }

    /** Somebody with an account. */
    record Person(String id, String shownAs) {
        static Person of(User user) {
            return new Person(user.id().toString(), user.shownAs());
        }
    }

    static CollectionsPage of(User administrator, List<Membership> collections, List<User> users, String problem) {
        return new CollectionsPage(
                AccountFrame.of("Collections", AccountFrame.COLLECTIONS, administrator.role(), problem),
                collections.stream()
                        .map(membership -> Row.of(membership, users))
                        .toList());
    }
}
