package dev.touchstone.web.access;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * From where the service can be reached, and what it asks of whom.
 *
 * @param publicAddress under which a proxy with TLS offers it to others; empty when only this machine reaches it
 * @param secondFactor roles of which nobody gets further than to set one up until they have it
 */
public record AccessSettings(Optional<URI> publicAddress, TrustedProxy proxy, Set<Role> secondFactor) {
    /** Only from this machine, without a proxy. */
    public static final AccessSettings LOCAL = new AccessSettings(Optional.empty(), TrustedProxy.NONE, Set.of());

    public AccessSettings {
        publicAddress.ifPresent(AccessSettings::check);
        secondFactor = Set.copyOf(secondFactor);
    }

    /** The same, where these roles need a second factor. */
    public AccessSettings requiring(Set<Role> roles) {
        return new AccessSettings(publicAddress, proxy, roles);
    }

    private static void check(URI address) {
        var bare = Set.of("", "/").contains(String.valueOf(address.getPath()));
        if (!"https".equals(address.getScheme()) || address.getHost() == null || !bare)
            throw new BadInput(
                    "the address behind the proxy is https and a name, such as https://audit.example, not " + address);
    }

    /** Whether nobody but this machine reaches the service. */
    public boolean isLocal() {
        return publicAddress.isEmpty();
    }

    /** The {@code Host} under which browsers ask for it from elsewhere. */
    public Optional<String> publicHost() {
        return publicAddress.map(address -> address.getAuthority().toLowerCase(Locale.ROOT));
    }
}
