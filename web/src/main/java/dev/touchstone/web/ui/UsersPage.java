package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import java.util.List;

/**
 * Who may sign in, for administrators.
 *
 * @param link by which somebody chooses a password, just made and shown this once; empty otherwise
 * @param stopped names and addresses from which too many wrong passwords or codes came
 */
record UsersPage(AccountFrame around, List<Row> users, List<Roles.Choice> roles, String link, List<String> stopped) {
    /** One user. */
    record Row(
            String id,
            String name,
            String shownAs,
            boolean disabled,
            boolean secondFactor,
            String state,
            List<Roles.Choice> roles) {
        static Row of(User user) {
            return new Row(
                    user.id().toString(),
                    user.name(),
                    user.shownAs(),
                    user.disabled(),
                    user.secondFactor().isPresent(),
                    state(user),
                    Roles.choices(user.role()));
        }

        private static String state(User user) {
            if (user.disabled()) return "disabled";
            if (user.password().isEmpty()) return "no password yet";
            return user.secondFactor().isPresent() ? "may sign in, with a second factor" : "may sign in";
        }
    }

    static UsersPage of(User administrator, List<User> users, String problem, String link, List<String> stopped) {
        return new UsersPage(
                AccountFrame.of("Users", AccountFrame.USERS, administrator.role(), problem),
                users.stream().map(Row::of).toList(),
                Roles.choices(Role.READER),
                link,
                List.copyOf(stopped));
    }
}
