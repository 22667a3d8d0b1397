package dev.touchstone.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessTableTest {
    @Test
    void the_manual_shows_the_table_as_the_code_has_it() throws IOException {
        assertThat(Files.readString(Path.of("../docs/accounts.md"))).contains(AccessTable.markdown());
    }

    @Test
    void a_route_that_nobody_has_ruled_on_stops_the_program() {
        assertThatThrownBy(() -> AccessTable.requireAll(List.of("GET /", "GET /secrets", "PUT /upload")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no rule says who may use GET /secrets, PUT /upload");
    }

    @Test
    void a_change_is_never_a_matter_of_reading() {
        assertThat(AccessTable.rules())
                .filteredOn(rule -> !rule.method().equals("GET"))
                .noneMatch(rule -> rule.deed() == Deed.READ || rule.deed() == Deed.EXPORT);
    }

    @Test
    void administrators_may_do_everything_and_only_they_administer() {
        for (var deed : Deed.values())
            assertThat(deed.isFor(Role.ADMIN)).as(deed.name()).isTrue();
        for (var role : Role.values()) assertThat(Deed.ADMINISTER.isFor(role)).isEqualTo(role == Role.ADMIN);
    }

    @Test
    void nothing_about_accounts_is_done_by_whoever_sits_at_the_machine() {
        assertThat(AccessTable.rules())
                .filteredOn(rule ->
                        rule.path().startsWith("/account") || rule.path().startsWith("/administration"))
                .isNotEmpty()
                .noneMatch(rule -> rule.deed().isLocal());
    }

    @Test
    void no_token_makes_another_token_or_changes_a_password() {
        assertThat(AccessTable.rules())
                .filteredOn(rule -> rule.path().startsWith("/account"))
                .isNotEmpty()
                .allMatch(rule -> rule.deed().scope().isEmpty());
    }
}
