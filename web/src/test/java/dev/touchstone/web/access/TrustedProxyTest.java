package dev.touchstone.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.access.TrustedProxy.SignOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxyTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private static final TrustedProxy PROXY = new TrustedProxy(
            TrustedProxy.addresses(Set.of("10.0.0.7", "::1")),
            Optional.of(new SignOn("Remote-User", "Secret", SECRET)));

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 0123456789abcdef0123456789abcdef, mara",
        "[::1], 0123456789abcdef0123456789abcdef, mara",
        "0:0:0:0:0:0:0:1, 0123456789abcdef0123456789abcdef, mara",
        "10.0.0.8, 0123456789abcdef0123456789abcdef, ''",
        "localhost, 0123456789abcdef0123456789abcdef, ''",
        "10.0.0.7, 0123456789abcdef0123456789abcdeF, ''",
        "10.0.0.7, 0123456789abcdef, ''",
        "10.0.0.7, '', ''"
    })
    void a_name_counts_only_from_the_listed_address_with_the_secret(String peer, String secret, String user) {
        var headers = Map.of("Remote-User", "Mara ", "Secret", secret);
        assertThat(PROXY.user(peer, name -> headers.getOrDefault(name, "")).orElse(""))
                .isEqualTo(user);
    }

    @Test
    void without_sign_on_no_name_counts() {
        var addressOnly = new TrustedProxy(TrustedProxy.addresses(Set.of("10.0.0.7")), Optional.empty());
        assertThat(addressOnly.user("10.0.0.7", _ -> "mara")).isEmpty();
        assertThat(TrustedProxy.NONE.user("127.0.0.1", _ -> "mara")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 192.0.2.9, 192.0.2.9",
        "10.0.0.7, '203.0.113.1, 192.0.2.9', 192.0.2.9",
        "10.0.0.7, '', 10.0.0.7",
        "10.0.0.7, not-an-address, 10.0.0.7",
        "192.0.2.44, 203.0.113.1, 192.0.2.44"
    })
    void where_a_request_came_from_is_what_the_proxy_put_last(String peer, String forwarded, String origin) {
        assertThat(PROXY.origin(peer, forwarded)).isEqualTo(origin);
    }

    @Test
    void a_proxy_that_could_be_anybody_is_refused() {
        assertThatThrownBy(() -> TrustedProxy.addresses(Set.of("proxy.example")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> TrustedProxy.addresses(Set.of("10.0.0.0/8"))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new SignOn("Remote-User", "Secret", "short")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new SignOn("Secret", "secret", SECRET)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> new TrustedProxy(Set.of(), PROXY.signOn())).isInstanceOf(BadInput.class);
    }

    @Test
    void the_secret_is_in_no_text() {
        assertThat(PROXY.toString()).doesNotContain(SECRET);
    }

    @Test
    void the_public_address_is_https_and_a_name() {
        for (var address :
                new String[] {"http://audit.example", "audit.example", "https://audit.example/path", "https:///"})
            assertThatThrownBy(() -> new AccessSettings(Optional.of(URI.create(address)), TrustedProxy.NONE, Set.of()))
                    .as(address)
                    .isInstanceOf(BadInput.class);
        assertThat(new AccessSettings(Optional.of(URI.create("https://Audit.example/")), TrustedProxy.NONE, Set.of())
                        .publicHost())
                .contains("audit.example");
    }
}
