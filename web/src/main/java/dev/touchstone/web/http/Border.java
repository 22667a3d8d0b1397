package dev.touchstone.web.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * What may speak to the service at all. A request must name this machine or the public host (else a page elsewhere could
 * reach it under a name of its own, by DNS rebinding), and a change must come from our own pages or show a token.
 */
final class Border {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** {@code none} is a person's or a program's own doing; no page in a browser can send it. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final List<String> names;
    private final IntSupplier port;
    private final Optional<String> publicHost;

    /**
     * A border for a service.
     *
     * @param host that it is bound to
     * @param port that it is bound to, known once it has started
     * @param publicHost under which a proxy with TLS offers it
     */
    Border(String host, IntSupplier port, Optional<String> publicHost) {
        this.names = Stream.of("localhost", "127.0.0.1", "[::1]", host)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        this.port = port;
        this.publicHost = publicHost;
    }

    /** Refuses who does not name this machine. */
    void checkHost(Context context) {
        if (!isOurs(header(context, "Host")))
            throw new HttpResponseException(
                    HttpStatus.MISDIRECTED_REQUEST.getCode(),
                    "This service answers only to the name and port that it is bound to on this machine.");
    }

    /** Refuses a change that another site's page may have sent. */
    void checkOrigin(Context context) {
        if (Gate.showsToken(context)) return;
        if (!SAFE.contains(context.method().name()) && !isOwn(context, header(context, "Host")))
            throw new ForbiddenResponse("A change must come from this service’s own pages. A script sends the header"
                    + " Sec-Fetch-Site: none with it, such as: curl -H 'Sec-Fetch-Site: none' -F files=@record.md"
                    + " http://%s/api/v1/documents".formatted(header(context, "Host")));
    }

    private boolean isOurs(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return isPublic(lower)
                || names.stream().anyMatch(name -> lower.equals(name + ":" + port.getAsInt()))
                || (port.getAsInt() == 80 && names.contains(lower));
    }

    private boolean isPublic(String host) {
        return publicHost.filter(host::equalsIgnoreCase).isPresent();
    }

    private boolean isOwn(Context context, String host) {
        var site = header(context, "Sec-Fetch-Site");
        if (!site.isEmpty()) return OWN_SITES.contains(site);
        return header(context, "Origin").equalsIgnoreCase((isPublic(host) ? "https://" : "http://") + host);
    }

    private static String header(Context context, String name) {
        var value = context.header(name);
        return value == null ? "" : value;
    }
}
