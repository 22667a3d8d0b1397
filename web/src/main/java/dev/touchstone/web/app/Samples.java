package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample organisation that comes with the program: an invented company with its charter and decision records. */
public record Samples(Path charter, Path records) {
    private static final String ORGANISATION = "thornquay";

    /**
     * The samples where the launcher says they are, or below the folder that the program was started in.
     *
     * @throws BadInput when they are not there
     */
    public static Samples found() {
        return Stream.of(Path.of(System.getProperty("touchstone.samples", "samples")), Path.of("samples"))
                .map(folder -> folder.resolve(ORGANISATION))
                .filter(folder -> Files.isRegularFile(folder.resolve("charter.yaml")))
                .findFirst()
                .map(folder -> new Samples(folder.resolve("charter.yaml"), folder.resolve("records")))
                .orElseThrow(() -> new BadInput(
                        "the samples are not here; start touchstone by its launcher, which knows" + " where they lie"));
    }
}
