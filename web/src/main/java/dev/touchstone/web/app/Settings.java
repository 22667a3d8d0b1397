package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Least;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.endpoint.EndpointSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
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
 * TOUCHSTONE_UPLOAD_FILES     files in one upload                        20
 * TOUCHSTONE_UPLOAD_MEGABYTES size of one of them                        50
 * TOUCHSTONE_QUEUE_DOCUMENTS  documents that may wait to be scored       1000
 * TOUCHSTONE_QUEUE_MEGABYTES  and their size                             2048
 * TOUCHSTONE_USER_FILES       files that are kept of one user            0: any number
 * TOUCHSTONE_USER_MEGABYTES   and their size                             0: any
 * TOUCHSTONE_COLLECTION_FILES files that are kept of one collection      0: any number
 * TOUCHSTONE_COLLECTION_MEGABYTES  and their size                        0: any
 * TOUCHSTONE_SECOND_FACTOR    roles that need one, such as admin,auditor none: as each likes
 * TOUCHSTONE_USER_UPLOADS     uploads of one user in a minute            60
 * TOUCHSTONE_ADDRESS_SIGN_INS tries to sign in from one address in a minute  10
 * TOUCHSTONE_LEAST_DECISIONS  of a team or quarter whose sums are shown  5
 * TOUCHSTONE_LEAST_AUTHORS    and different authors of them              3
 * TOUCHSTONE_DATABASE_URL     PostgreSQL that keeps the ledger           none: a file in the home
 * TOUCHSTONE_DATABASE_USER    who signs in there
 * TOUCHSTONE_DATABASE_PASSWORD_FILE  file with the password             none
 * TOUCHSTONE_DATABASE_CONNECTIONS  at most, for writing and for reading each  8
 * TOUCHSTONE_ANNOTATOR_URL    OpenAI-compatible address of a model       none: nothing leaves the machine
 * TOUCHSTONE_ANNOTATOR_HOSTS  hosts that may be asked                    none
 * TOUCHSTONE_ANNOTATOR_MODEL  the model's name there
 * TOUCHSTONE_ANNOTATOR_KEY_FILE  file with the key for it                none
 * </pre>
 *
 * @param workerMegabytes heap of a worker process
 * @param readSeconds after which reading a document is given up
 * @param secondFactor roles of which everybody needs a second factor
 * @param server that keeps the ledgers of homes; empty when each home has its own in a file
 * @param endpoint a model elsewhere that may be asked; empty when none was allowed
 */
public record Settings(
        Path cache,
        int workers,
        int workerMegabytes,
        int readSeconds,
        Bounds bounds,
        Least least,
        Set<Role> secondFactor,
        Optional<Database.Server> server,
        Optional<EndpointSettings> endpoint) {
    private static final String PREFIX = "TOUCHSTONE_";
    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(
                            "CACHE",
                            "WORKERS",
                            "WORKER_MEMORY",
                            "READ_SECONDS",
                            "HEAP",
                            "UPLOAD_FILES",
                            "UPLOAD_MEGABYTES",
                            "QUEUE_DOCUMENTS",
                            "QUEUE_MEGABYTES",
                            "USER_FILES",
                            "USER_MEGABYTES",
                            "COLLECTION_FILES",
                            "COLLECTION_MEGABYTES",
                            "SECOND_FACTOR",
                            "USER_UPLOADS",
                            "ADDRESS_SIGN_INS",
                            "LEAST_DECISIONS",
                            "LEAST_AUTHORS",
                            "DATABASE_URL",
                            "DATABASE_USER",
                            "DATABASE_PASSWORD_FILE",
                            "DATABASE_CONNECTIONS"),
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
                new Bounds(
                        number(environment, "UPLOAD_FILES", Bounds.USUAL.files(), 1, 1_000),
                        number(environment, "UPLOAD_MEGABYTES", Bounds.USUAL.megabytes(), 1, 2_000),
                        number(environment, "QUEUE_DOCUMENTS", Bounds.USUAL.waitingDocuments(), 1, 900_000),
                        number(environment, "QUEUE_MEGABYTES", Bounds.USUAL.waitingMegabytes(), 1, 900_000),
                        quota(environment, "USER", Bounds.USUAL.user()),
                        quota(environment, "COLLECTION", Bounds.USUAL.collection()),
                        new Bounds.Rates(
                                number(environment, "USER_UPLOADS", Bounds.Rates.USUAL.uploads(), 1, 900_000),
                                number(environment, "ADDRESS_SIGN_INS", Bounds.Rates.USUAL.signIns(), 1, 900_000))),
                new Least(
                        number(environment, "LEAST_DECISIONS", Least.USUAL.decisions(), 1, 1_000),
                        number(environment, "LEAST_AUTHORS", Least.USUAL.authors(), 1, 1_000)),
                roles(environment),
                server(environment),
                EndpointSettings.of(environment, PREFIX));
    }

    private static Bounds.Quota quota(Map<String, String> environment, String of, Bounds.Quota usual) {
        return new Bounds.Quota(
                number(environment, of + "_FILES", usual.files(), 0, 900_000),
                number(environment, of + "_MEGABYTES", usual.megabytes(), 0, 900_000));
    }

    private static Set<Role> roles(Map<String, String> environment) {
        var text = environment.getOrDefault(PREFIX + "SECOND_FACTOR", "");
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Settings::role)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Role role(String word) {
        var roles = Arrays.stream(Role.values())
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!roles.contains(word))
            throw new BadInput("environment: %sSECOND_FACTOR: '%s' is no role; give some of %s"
                    .formatted(PREFIX, word, String.join(",", roles)));
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Optional<Database.Server> server(Map<String, String> environment) {
        var url = environment.getOrDefault(PREFIX + "DATABASE_URL", "").strip();
        if (url.isEmpty()) return Optional.empty();
        if (!url.startsWith("jdbc:postgresql:"))
            throw new BadInput("environment: %sDATABASE_URL must be like jdbc:postgresql://host/database, not '%s'"
                    .formatted(PREFIX, url));
        return Optional.of(new Database.Server(
                url,
                environment.getOrDefault(PREFIX + "DATABASE_USER", ""),
                password(environment.getOrDefault(PREFIX + "DATABASE_PASSWORD_FILE", "")),
                number(environment, "DATABASE_CONNECTIONS", 8, 2, 64)));
    }

    private static String password(String file) {
        if (file.isBlank()) return "";
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new BadInput("environment: %sDATABASE_PASSWORD_FILE: %s cannot be read".formatted(PREFIX, file));
        }
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
