package dev.touchstone.web.app;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How often a sentence that is taken to give a concern as its reason does, in organisations that the recogniser has not seen:
 * what {@code docs/evaluation-arguments.yaml} tells, which the build puts beside this class.
 *
 * @param right of a hundred such sentences
 */
public record ArgumentAccuracy(long right) {
    private static final String RESOURCE = "evaluation-arguments.yaml";

    /** What was measured last. */
    public static ArgumentAccuracy measured() {
        try (var bytes = ArgumentAccuracy.class.getResourceAsStream(RESOURCE)) {
            if (bytes == null) throw new FileNotFoundException(RESOURCE + " is not on the class path");
            var root = YamlNode.parse(RESOURCE, bytes.readAllBytes());
            var precision = root.entries().get("precision");
            if (precision == null) throw root.wrong("there is no 'precision' here");
            return new ArgumentAccuracy(Math.round(100 * Double.parseDouble(precision.text())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
