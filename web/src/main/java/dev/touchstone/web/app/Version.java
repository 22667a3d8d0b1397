package dev.touchstone.web.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Touchstone this is. */
public final class Version {
    private Version() {}

    /** The version of the build, such as {@code 0.1.0}. */
    public static String text() {
        try (var resource = Version.class.getResourceAsStream("/touchstone.properties")) {
            if (resource == null) throw new IllegalStateException("touchstone.properties is missing from the build");
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", "");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read touchstone.properties", failed);
        }
    }
}
