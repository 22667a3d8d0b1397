package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which passwords are taken: long ones that nobody tries first. Any character will do, and none is asked for (ASVS 5.0, 6.2).
 * <pre>
 * Winter2026!              refused: fewer than 12 characters
 * password12345            refused: among the common ones
 * we-love-touchstone       refused: contains the product's name
 * four oars one boat       taken
 * </pre>
 */
public final class PasswordRules {
    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** A shorter word is in too many passwords by chance. */
    private static final int SHORTEST_WORD = 4;

    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> common = common();
    private final List<String> words;

    /**
     * Rules for the users of one organisation.
     *
     * @param organisation names whose words are the first that somebody would try
     */
    public PasswordRules(Collection<String> organisation) {
        this.words = Stream.concat(Stream.of("touchstone"), organisation.stream())
                .flatMap(PasswordRules::words)
                .distinct()
                .toList();
    }

    /**
     * Lets a password pass.
     *
     * @param user name that it is for
     * @throws BadInput when it is refused; the message says what to do
     */
    void require(String user, String password) {
        fault(user, password).ifPresent(fault -> {
            throw new BadInput(fault);
        });
    }

    private Optional<String> fault(String user, String password) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST)
            return Optional.of("the password has %d characters; use at least %d, such as four or five words"
                    .formatted(length, SHORTEST));
        if (length > LONGEST)
            return Optional.of("the password has %d characters; use at most %d".formatted(length, LONGEST));
        var lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower))
            return Optional.of("this password is among those that are tried first; use four or five words that do not"
                    + " belong together");
        return Stream.concat(words.stream(), words(user))
                .filter(lower::contains)
                .findFirst()
                .map("the password contains '%s', which is tried first here; leave it out"::formatted);
    }

    private static Stream<String> words(String text) {
        return GAP.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> word.length() >= SHORTEST_WORD);
    }

    /** Passwords that many people choose, all long enough for these rules, in lower case. */
    static Set<String> common() {
        try (var stream = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (stream == null) throw new IllegalStateException("the program lacks its list of common passwords");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException("the list of common passwords cannot be read", failed);
        }
    }
}
