package dev.touchstone.web.account;

import dev.touchstone.auditor.document.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Eighty random bits that stand in once for a code, when the device that computes them is lost: {@code K7QF-2MZA-XW3P-LB5T}.
 * Their hash needs no salt and no work, because nobody can go through them.
 */
record RecoveryCode(String text) {
    static final int SET = 10;

    private static final int BYTES = 10;
    private static final Pattern SHAPE = Pattern.compile("[A-Z2-7]{16}");

    /** As many as somebody gets, all new. */
    static List<RecoveryCode> random(RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(SET).toList();
    }

    private static RecoveryCode one(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.encode(bytes));
    }

    /** What somebody typed, when it can be one at all. */
    static Optional<RecoveryCode> typed(String text) {
        var plain = Base32.typed(text);
        return SHAPE.matcher(plain).matches() ? Optional.of(new RecoveryCode(plain)) : Optional.empty();
    }

    String legible() {
        return Base32.grouped(text, "-");
    }

    String sha256() {
        return Sha256.of(text);
    }

    /** Without the bits, so that they are in no log. */
    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
