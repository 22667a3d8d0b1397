package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Least;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path USER = Path.of("/home/someone");

    @Test
    void without_an_environment_the_usual_holds() {
        assertThat(Settings.of(Map.of("PATH", "/bin"), USER))
                .isEqualTo(new Settings(
                        USER.resolve(".cache/touchstone"),
                        2,
                        512,
                        60,
                        Bounds.USUAL,
                        Least.USUAL,
                        Set.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void each_setting_can_be_given() {
        var environment = Map.of(
                "TOUCHSTONE_CACHE", "/tmp/cache",
                "TOUCHSTONE_WORKERS", "4",
                "TOUCHSTONE_WORKER_MEMORY", "256",
                "TOUCHSTONE_READ_SECONDS", "20",
                "TOUCHSTONE_HEAP", "2g",
                "TOUCHSTONE_UPLOAD_FILES", "5",
                "TOUCHSTONE_UPLOAD_MEGABYTES", "10",
                "TOUCHSTONE_QUEUE_DOCUMENTS", "100",
                "TOUCHSTONE_DATABASE_URL", "jdbc:postgresql://ledger.example/touchstone",
                "TOUCHSTONE_DATABASE_USER", "auditor");
        var least = Map.of("TOUCHSTONE_LEAST_DECISIONS", "10", "TOUCHSTONE_LEAST_AUTHORS", "4");

        var server = new Database.Server("jdbc:postgresql://ledger.example/touchstone", "auditor", "", 8);
        assertThat(Settings.of(environment, USER))
                .isEqualTo(new Settings(
                        Path.of("/tmp/cache"),
                        4,
                        256,
                        20,
                        new Bounds(5, 10, 100, 2_048, Bounds.Quota.NONE, Bounds.Quota.NONE, Bounds.Rates.USUAL),
                        Least.USUAL,
                        Set.of(),
                        Optional.of(server),
                        Optional.empty()));
        assertThat(Settings.of(least, USER).least()).isEqualTo(new Least(10, 4));
        assertThat(Settings.of(Map.of("TOUCHSTONE_SECOND_FACTOR", "admin, auditor"), USER)
                        .secondFactor())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.AUDITOR);
        var quota = Map.of("TOUCHSTONE_USER_FILES", "500", "TOUCHSTONE_USER_MEGABYTES", "1000");
        assertThat(Settings.of(quota, USER).bounds().user()).isEqualTo(new Bounds.Quota(500, 1_000));
        var team = Map.of("TOUCHSTONE_COLLECTION_FILES", "7000", "TOUCHSTONE_COLLECTION_MEGABYTES", "9000");
        assertThat(Settings.of(team, USER).bounds().collection()).isEqualTo(new Bounds.Quota(7_000, 9_000));
        var rates = Map.of("TOUCHSTONE_USER_UPLOADS", "600", "TOUCHSTONE_ADDRESS_SIGN_INS", "100");
        assertThat(Settings.of(rates, USER).bounds().rates()).isEqualTo(new Bounds.Rates(600, 100));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TOUCHSTONE_WORKER  | 4    | environment: unknown setting TOUCHSTONE_WORKER; known: TOUCHSTONE_ADDRESS_SIGN_INS,
            TOUCHSTONE_WORKERS | 0    | environment: TOUCHSTONE_WORKERS must be a whole number from 1 to 64, not '0'
            TOUCHSTONE_WORKERS | many | environment: TOUCHSTONE_WORKERS must be a whole number from 1 to 64, not 'many'
            TOUCHSTONE_SECOND_FACTOR | king | environment: TOUCHSTONE_SECOND_FACTOR: 'king' is no role; give some of admin,
            """)
    void a_wrong_setting_is_told(String key, String value, String message) {
        assertThatThrownBy(() -> Settings.of(Map.of(key, value), USER))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
    }
}
