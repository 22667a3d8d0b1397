package dev.touchstone.web.json;

import dev.touchstone.auditor.BadInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words that stand for closed sets on the wire: {@code GIVEN_UP} is {@code given_up}. */
public final class Words {
    private Words() {}

    /** A constant's word. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant that a word stands for.
     *
     * @throws BadInput when there is none, with the words that there are
     */
    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("'%s' is none of %s".formatted(word, known(type))));
    }

    private static <E extends Enum<E>> String known(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    }

    /** What is empty inside is null outside. */
    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** What is null outside is empty inside. */
    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
