package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.access.Visitor;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What users are called when they sign in: {@code  Mara.Lind } is {@code mara.lind}. */
final class UserName {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,99}");

    /** Names by which the audit log calls those who are no users. */
    private static final Set<String> TAKEN = Set.of(Visitor.Local.NAME, "touchstone", SignIn.NOBODY);

    private UserName() {}

    /** A name as it may have been typed. */
    static String typed(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A name for a new user.
     *
     * @throws BadInput when it cannot be one
     */
    static String chosen(String text) {
        var name = typed(text);
        if (!SHAPE.matcher(name).matches() || TAKEN.contains(name))
            throw new BadInput("'%s' can be no user's name; use letters a to z, digits and . _ @ + -, such as mara.lind"
                    .formatted(name));
        return name;
    }
}
