package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.endpoint.EndpointSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be set for the whole program, read once from the environment.
 * <pre>
 * TOUCHSTONE_CACHE            folder for what libraries unpack           ~/.cache/touchstone
 * TOUCHSTONE_WORKERS          processes that read documents              2
 * TOUCHSTONE_WORKER_MEMORY    heap of each, in megabytes                 512
 * TOUCHSTONE_READ_SECONDS     time to read one document                  60
 * TOUCHSTONE_HEAP             heap of this program (the launcher's)      1500m
 * TOUCHSTONE_ANNOTATOR_URL    OpenAI-compatible address of a model       none: nothing leaves the machine
 * TOUCHSTONE_ANNOTATOR_HOSTS  hosts that may be asked                    none
 * TOUCHSTONE_ANNOTATOR_MODEL  the model's name there
 * TOUCHSTONE_ANNOTATOR_KEY_FILE  file with the key for it                none
 * </pre>
 *
 * @param workerMegabytes heap of a worker process
 * @param readSeconds after which reading a document is given up
 * @param endpoint a model elsewhere that may be asked; empty when none was allowed
 */
public record Settings(
        Path cache, int workers, int workerMegabytes, int readSeconds, Optional<EndpointSettings> endpoint) {
    private static final String PREFIX = "TOUCHSTONE_";
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of("CACHE", "WORKERS", "WORKER_MEMORY", "READ_SECONDS", "HEAP"),
                    EndpointSettings.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The settings of this process. */
    public static Settings ofEnvironment() {
        return of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    /**
     * The settings of an environment.
     *
     * @param user home folder of the user
     * @throws BadInput when a key is not known or its value is out of range
     */
    public static Settings of(Map<String, String> environment, Path user) {
        for (var key : new TreeSet<>(environment.keySet()))
            if (key.startsWith(PREFIX) && !KNOWN.contains(key.substring(PREFIX.length())))
                throw new BadInput("environment: unknown setting %s; known: %s%s"
                        .formatted(key, PREFIX, String.join(", " + PREFIX, new TreeSet<>(KNOWN))));
        var cache = environment.get(PREFIX + "CACHE");
        return new Settings(
                cache == null || cache.isBlank() ? user.resolve(".cache").resolve("touchstone") : Path.of(cache),
                number(environment, "WORKERS", 2, 1, 64),
                number(environment, "WORKER_MEMORY", 512, 64, 65_536),
                number(environment, "READ_SECONDS", 60, 1, 86_400),
                EndpointSettings.of(environment, PREFIX));
    }

    private static int number(Map<String, String> environment, String key, int usual, int least, int most) {
        var text =
                environment.getOrDefault(PREFIX + key, Integer.toString(usual)).strip();
        if (text.matches("\\d{1,6}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) return number;
        }
        throw new BadInput("environment: %s%s must be a whole number from %d to %d, not '%s'"
                .formatted(PREFIX, key, least, most, text));
    }
}
