package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Roles as a person reads them. */
final class Roles {
    private Roles() {}

    /** One of the roles that can be chosen. */
    record Choice(String word, boolean chosen) {}

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    static List<Choice> choices(Role chosen) {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(word(role), role == chosen))
                .toList();
    }
}
