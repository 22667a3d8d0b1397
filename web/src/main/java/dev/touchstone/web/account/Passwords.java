package dev.touchstone.web.account;

import dev.touchstone.auditor.BadInput;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords as they are kept: Argon2id with 19 MiB, two passes and one lane (OWASP's advice), written with its parameters
 * into the hash. At most two are computed at once, on threads of their own, so that signing in starves nobody.
 */
public final class Passwords implements AutoCloseable {
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;

    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("password-", 1).factory());

    /** What is compared with when there is nothing to compare with, so that both take the same time. */
    private final String nobodys;

    public Passwords(PasswordRules rules) {
        this(rules, KIBIBYTES, PASSES);
    }

    Passwords(PasswordRules rules, int kibibytes, int passes) {
        this(rules, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, kibibytes, passes));
    }

    Passwords(PasswordRules rules, PasswordEncoder encoder) {
        this.rules = rules;
        this.encoder = encoder;
        this.nobodys = hash("nobody has this password");
    }

    /** What came of comparing. */
    enum Match {
        WRONG,
        RIGHT,
        /** Right, and kept with weaker parameters than those of today. */
        OUTDATED
    }

    /**
     * A password as it is kept.
     *
     * @param user name that it is for
     * @throws BadInput when the rules refuse it
     */
    public String encode(String user, String password) {
        rules.require(user, password);
        return hash(password);
    }

    /** Encodes a password that is in use already, whatever the rules say of it now. */
    String hash(String password) {
        return alone(() -> encoded(password));
    }

    private String encoded(String password) {
        var encoded = encoder.encode(plain(password));
        if (encoded == null) throw new IllegalStateException("a password was not encoded");
        return encoded;
    }

    /** Compares; takes as long when there is no password to compare with. */
    Match check(Optional<String> encoded, String password) {
        return alone(() -> {
            var right = encoder.matches(plain(password), encoded.orElse(nobodys)) && encoded.isPresent();
            if (!right) return Match.WRONG;
            return encoder.upgradeEncoding(encoded.orElseThrow()) ? Match.OUTDATED : Match.RIGHT;
        });
    }

    /** One form for what looks the same, however the keyboard sent it (NIST SP 800-63B); no more than the rules allow. */
    private static String plain(String password) {
        var cut = password.substring(0, Math.min(password.length(), 4 * PasswordRules.LONGEST));
        return Normalizer.normalize(cut, Form.NFKC);
    }

    private <T> T alone(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads).join();
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
