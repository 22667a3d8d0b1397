package dev.touchstone.web.endpoint;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a language model answers, and that it may be asked.
 *
 * @param address of chat completions
 * @param model its name there
 * @param keyFile file with the key that the address wants
 */
public record EndpointSettings(URI address, String model, Optional<Path> keyFile) {
    /** The settings that are read here, without their prefix. */
    public static final Set<String> KEYS =
            Set.of("ANNOTATOR_URL", "ANNOTATOR_HOSTS", "ANNOTATOR_MODEL", "ANNOTATOR_KEY_FILE");

    private static final String COMPLETIONS = "/chat/completions";
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads them; empty when no address is set.
     *
     * @param environment of the process
     * @param prefix of the keys in it
     * @throws BadInput when the address is not on the list of hosts, or something is missing
     */
    public static Optional<EndpointSettings> of(Map<String, String> environment, String prefix) {
        var reader = new Reader(environment, prefix);
        var address = reader.text("ANNOTATOR_URL");
        if (address.isEmpty()) return Optional.empty();
        return Optional.of(new EndpointSettings(
                reader.address(address.get()),
                reader.text("ANNOTATOR_MODEL")
                        .orElseThrow(() -> reader.wrong("ANNOTATOR_MODEL", "is missing; name the model to ask")),
                reader.text("ANNOTATOR_KEY_FILE").map(Path::of)));
    }

    private record Reader(Map<String, String> environment, String prefix) {
        Optional<String> text(String key) {
            return Optional.ofNullable(environment.get(prefix + key))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        BadInput wrong(String key, String fault) {
            return new BadInput("environment: %s%s %s".formatted(prefix, key, fault));
        }

        URI address(String text) {
            try {
                var address = new URI(text.endsWith(COMPLETIONS) ? text : text.replaceFirst("/+$", "") + COMPLETIONS);
                var host = address.getHost();
                if (host == null
                        || address.getUserInfo() != null
                        || address.getQuery() != null
                        || address.getFragment() != null)
                    throw wrong("ANNOTATOR_URL", "must look like https://host/v1, not '" + text + "'");
                allowed(host.toLowerCase(Locale.ROOT));
                encrypted(address, host.toLowerCase(Locale.ROOT));
                return address;
            } catch (URISyntaxException notAnAddress) {
                throw wrong("ANNOTATOR_URL", "must look like https://host/v1, not '" + text + "'");
            }
        }

        private void allowed(String host) {
            var listed = text("ANNOTATOR_HOSTS").stream()
                    .flatMap(hosts -> Arrays.stream(hosts.split("[,\\s]+")))
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!listed.contains(host))
                throw wrong(
                        "ANNOTATOR_URL",
                        "names the host %s, which %sANNOTATOR_HOSTS does not list (%s); nothing was sent; list it to allow it"
                                .formatted(host, prefix, listed.isEmpty() ? "none" : String.join(", ", listed)));
        }

        /** Sentences of decision records and a key do not travel in the clear. */
        private void encrypted(URI address, String host) {
            var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.equals("https") || (scheme.equals("http") && OURSELVES.contains(host))) return;
            throw wrong("ANNOTATOR_URL", "must begin with https:// (http:// only for this machine)");
        }
    }

    String host() {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** What leaves the machine, for whoever starts the program. */
    public String warning() {
        return "warning: to the model %s at %s go the doubtful sentences word for word, each with its section's heading and one value's name and statement; no names of files or authors, but whatever a sentence says"
                .formatted(model, address.getPort() < 0 ? host() : host() + ":" + address.getPort());
    }

    /** The key itself; empty when none is wanted. */
    Optional<String> key() {
        return keyFile.map(file -> {
            try {
                var key = Files.readString(file).strip();
                if (key.isEmpty() || key.chars().anyMatch(c -> c < '!' || c > '~'))
                    throw new BadInput(file + ": this is no key; write the key alone into the file");
                return key;
            } catch (IOException unreadable) {
                throw new BadInput(file + ": the key file cannot be read; check that it is there and that you may");
            }
        });
    }
}
