package dev.touchstone.web.account;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that follow the time (RFC 6238, with SHA-1, which all apps know): each is that of a step of thirty seconds, and is
 * taken in that one and in its neighbours, because clocks differ.
 * <pre>
 * Before:  the secret 12345678901234567890, 59 seconds after 1970
 * After:   287082
 * </pre>
 *
 * @param secret in Base32
 */
public record Totp(String secret) {
    private static final int SECRET_BYTES = 20;
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int DRIFT = 1;

    /** A new one; the generator must be one that nobody can guess. */
    static Totp random(RandomGenerator random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return new Totp(Base32.encode(bytes));
    }

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    /** The step whose code was typed, when it is now or next to it. */
    OptionalLong match(String typed, Instant now) {
        var sent = typed.getBytes(StandardCharsets.UTF_8);
        var matched = OptionalLong.empty();
        // All are compared, so that the time tells nothing of which it was.
        for (var step = step(now) - DRIFT; step <= step(now) + DRIFT; step++)
            if (MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), sent))
                matched = OptionalLong.of(step);
        return matched;
    }

    public String code(Instant now) {
        return code(step(now));
    }

    private String code(long step) {
        return code(Base32.decode(secret), step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = ByteBuffer.wrap(
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
            var number = hash.getInt(hash.get(hash.capacity() - 1) & 0xf) & Integer.MAX_VALUE;
            return "%0{digits}d"
                    .replace("{digits}", Integer.toString(digits))
                    .formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA1", missing);
        }
    }

    /** As it is typed into an app. */
    public String legible() {
        return Base32.grouped(secret, " ");
    }

    /** The address that apps take a secret from, for a user of this name. */
    public String uri(String user) {
        return "otpauth://totp/Touchstone:%s?secret=%s&issuer=Touchstone"
                .formatted(URLEncoder.encode(user, StandardCharsets.UTF_8), secret);
    }

    /** Without the secret, so that it is in no log. */
    @Override
    public String toString() {
        return "Totp[hidden]";
    }
}
