package dev.touchstone.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Totp TOTP = new Totp(Base32.encode(SECRET));

    @ParameterizedTest(name = "at {0}")
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codes_are_those_of_the_table_in_rfc_6238(long seconds, String code) {
        var now = Instant.ofEpochSecond(seconds);
        assertThat(Totp.code(SECRET, Totp.step(now), 8)).isEqualTo(code);
        assertThat(TOTP.code(now)).isEqualTo(code.substring(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI",
    })
    void bytes_are_written_as_the_table_in_rfc_4648_has_them(String bytes, String text) {
        assertThat(Base32.encode(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
        assertThat(Base32.decode(text)).asString(StandardCharsets.US_ASCII).isEqualTo(bytes);
    }

    @Test
    void what_is_not_base32_is_told() {
        assertThatThrownBy(() -> Base32.decode("MZX1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_is_taken_in_its_step_and_in_its_neighbours_only() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = Totp.step(now);
        var code = TOTP.code(now);
        for (var drift : new int[] {-30, 0, 30})
            assertThat(TOTP.match(code, now.plusSeconds(drift))).isEqualTo(OptionalLong.of(step));
        for (var drift : new int[] {-60, 60})
            assertThat(TOTP.match(code, now.plusSeconds(drift))).isEmpty();
        for (var other : new String[] {"", "005925", "89005924", "005924 ", "٠٠٥٩٢٤"})
            assertThat(TOTP.match(other, now)).as(other).isEmpty();
    }

    @Test
    void an_app_is_told_the_secret_by_an_address() {
        assertThat(TOTP.uri("mara+1@pilots"))
                .isEqualTo("otpauth://totp/Touchstone:mara%2B1%40pilots"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Touchstone");
        assertThat(TOTP.legible()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(TOTP.toString()).doesNotContain("GEZD");
    }

    @Test
    void a_new_secret_has_160_bits_and_recovery_codes_eighty_each() {
        var random = new SecureRandom();
        assertThat(Base32.decode(Totp.random(random).secret())).hasSize(20);
        var codes = RecoveryCode.random(random);
        assertThat(new HashSet<>(codes)).hasSize(10);
        for (var code : codes) {
            assertThat(code.legible()).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");
            assertThat(RecoveryCode.typed(" " + code.legible().toLowerCase(java.util.Locale.ROOT)))
                    .contains(code);
            assertThat(code.toString()).doesNotContain(code.text());
        }
    }
}
