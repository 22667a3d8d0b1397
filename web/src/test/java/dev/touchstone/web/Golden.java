package dev.touchstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text whole with a file under {@code src/test/resources/golden}. What came out lies under {@code target/golden}
 * afterwards, to be looked at and, when it is right, to be copied.
 */
public final class Golden {
    private static final Path EXPECTED = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    private Golden() {}

    public static void assertSame(String name, String actual) {
        try {
            var kept = ACTUAL.resolve(name);
            Files.createDirectories(kept.getParent());
            Files.writeString(kept, actual);
            var expected = EXPECTED.resolve(name);
            assertThat(expected)
                    .as("no golden file; look at %s and copy it", kept)
                    .exists();
            assertThat(actual).as("differs from %s, see %s", expected, kept).isEqualTo(Files.readString(expected));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
