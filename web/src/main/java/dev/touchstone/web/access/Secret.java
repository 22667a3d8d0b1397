package dev.touchstone.web.access;

import dev.touchstone.auditor.document.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** 256 random bits as text: whoever holds them is let in. The program keeps only their hash. */
public record Secret(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Secret {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("not a secret of this program");
    }

    /** A new one; the generator must be one that nobody can guess. */
    public static Secret random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What somebody sent, when it can be a secret at all. */
    public static Optional<Secret> sent(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    public String sha256() {
        return Sha256.of(text);
    }

    /** Without the bits, so that they are in no log. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
