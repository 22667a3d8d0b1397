package dev.touchstone.web.access;

import dev.touchstone.auditor.BadInput;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a program may do in its user's name. */
public enum Scope {
    READ,
    UPLOAD,
    REVIEW,
    ADMIN;

    /** As it is kept and written: {@code read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope with this word. */
    public static Optional<Scope> named(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }

    /**
     * Those with these words.
     *
     * @throws BadInput when there are none or one is not known
     */
    public static Set<Scope> all(Collection<String> words) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var word : words)
            scopes.add(named(word)
                    .orElseThrow(() -> new BadInput(
                            "there is no scope '%s'; it is one of read, upload, review, admin".formatted(word))));
        if (scopes.isEmpty()) throw new BadInput("a token needs a scope: read, upload, review or admin");
        return scopes;
    }
}
