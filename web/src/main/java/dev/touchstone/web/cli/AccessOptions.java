package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.TrustedProxy;
import dev.touchstone.web.access.TrustedProxy.SignOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How others than this machine reach the service: through a proxy with TLS. */
final class AccessOptions {
    @Option(
            names = "--behind-proxy",
            paramLabel = "URL",
            description = "Address under which a proxy with TLS offers the service, such as https://audit.example.")
    private Optional<String> publicAddress = Optional.empty();

    @Option(
            names = "--proxy-address",
            paramLabel = "ADDRESS",
            description =
                    "Address from which that proxy speaks to this service; may be given several times. Only from there"
                            + " is it believed where a request came from.")
    private Set<String> addresses = Set.of();

    @Option(
            names = "--proxy-user-header",
            paramLabel = "HEADER",
            description = "Header in which the proxy names the user who signed in there. Off without it.")
    private Optional<String> userHeader = Optional.empty();

    @Option(
            names = "--proxy-secret-file",
            paramLabel = "FILE",
            description = "File whose first line is the secret that the proxy sends in Touchstone-Proxy-Secret.")
    private Optional<Path> secretFile = Optional.empty();

    /**
     * What was asked for.
     *
     * @throws BadInput when it does not fit together
     */
    AccessSettings settings() {
        if (userHeader.isPresent() != secretFile.isPresent())
            throw new BadInput("--proxy-user-header and --proxy-secret-file belong together; give both or neither");
        if (publicAddress.isEmpty() && !addresses.isEmpty())
            throw new BadInput("--proxy-address: give --behind-proxy URL with it");
        var signOn = userHeader.flatMap(
                header -> secretFile.map(file -> new SignOn(header, "Touchstone-Proxy-Secret", secret(file))));
        return new AccessSettings(
                publicAddress.map(AccessOptions::uri),
                new TrustedProxy(TrustedProxy.addresses(addresses), signOn),
                Set.of());
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new BadInput(
                    "--behind-proxy: '%s' is no address; give one such as https://audit.example".formatted(text));
        }
    }

    private static String secret(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }
}
