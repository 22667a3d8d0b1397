package dev.touchstone.web.access;

import dev.touchstone.auditor.BadInput;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The proxies in front of the service whose word is believed: where a request came from, and, when it was asked for, who
 * signed in there. From any other address the same headers are not heard.
 */
public record TrustedProxy(Set<InetAddress> addresses, Optional<SignOn> signOn) {
    /** No proxy: nobody's word is believed. */
    public static final TrustedProxy NONE = new TrustedProxy(Set.of(), Optional.empty());

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    public TrustedProxy {
        addresses = Set.copyOf(addresses);
        if (signOn.isPresent() && addresses.isEmpty())
            throw new BadInput("sign-on by a proxy needs the address of that proxy");
    }

    /**
     * How a proxy says who signed in.
     *
     * @param userHeader header with the user's name
     * @param secretHeader header with the secret that only the proxy and this service share
     */
    public record SignOn(String userHeader, String secretHeader, String secret) {
        private static final int SHORTEST_SECRET = 32;

        public SignOn {
            if (userHeader.isBlank() || secretHeader.isBlank() || userHeader.equalsIgnoreCase(secretHeader))
                throw new BadInput("sign-on by a proxy needs two headers: one for the user and one for the secret");
            if (secret.length() < SHORTEST_SECRET)
                throw new BadInput(
                        "the secret of a proxy has at least %d characters; make one with: openssl rand -hex 32"
                                .formatted(SHORTEST_SECRET));
        }

        /** Without the secret, so that it is in no log. */
        @Override
        public String toString() {
            return "SignOn[%s, %s]".formatted(userHeader, secretHeader);
        }
    }

    /**
     * Reads addresses as they are written in settings.
     *
     * @throws BadInput when one is a name or a range: what a name leads to may change
     */
    public static Set<InetAddress> addresses(Set<String> written) {
        return written.stream()
                .map(text -> literal(text)
                        .orElseThrow(() -> new BadInput(
                                "'%s' is no address; give the proxy's own, such as 10.0.0.7".formatted(text))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The user whom the proxy names.
     *
     * @param peer address at the other end of the connection
     * @param header the value of a header; empty when it is missing
     */
    public Optional<String> user(String peer, Function<String, String> header) {
        if (!isFrom(peer)) return Optional.empty();
        return signOn.filter(on -> same(header.apply(on.secretHeader()), on.secret()))
                .map(on -> header.apply(on.userHeader()).strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty());
    }

    /** Where a request came from: what the proxy itself has seen and put last, else the peer. */
    public String origin(String peer, String forwardedFor) {
        if (!isFrom(peer)) return peer;
        var last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return literal(last).map(InetAddress::getHostAddress).orElse(peer);
    }

    private boolean isFrom(String peer) {
        return literal(peer).filter(addresses::contains).isPresent();
    }

    private static Optional<InetAddress> literal(String text) {
        var bare = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        if (!ADDRESS.matcher(bare).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean same(String sent, String secret) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
