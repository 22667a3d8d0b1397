package dev.touchstone.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.account.Passwords.Match;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private static final PasswordRules RULES = new PasswordRules(List.of("Harbour Pilots & Co"));

    @Test
    void a_password_is_kept_as_argon2id_with_its_parameters() {
        try (var passwords = new Passwords(RULES)) {
            var encoded = passwords.encode("mara", "four oars one boat");
            assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(passwords.check(Optional.of(encoded), "four oars one boat"))
                    .isEqualTo(Match.RIGHT);
            assertThat(passwords.check(Optional.of(encoded), "four oars one goat"))
                    .isEqualTo(Match.WRONG);
        }
    }

    @Test
    void the_same_password_is_never_kept_the_same() {
        try (var passwords = TestingAccounts.light()) {
            assertThat(passwords.encode("mara", "four oars one boat"))
                    .isNotEqualTo(passwords.encode("mara", "four oars one boat"));
        }
    }

    @Test
    void a_password_that_was_kept_with_less_is_noticed() {
        try (var before = new Passwords(RULES, 64, 1);
                var today = new Passwords(RULES, 128, 2)) {
            var encoded = before.encode("mara", "four oars one boat");
            assertThat(today.check(Optional.of(encoded), "four oars one boat")).isEqualTo(Match.OUTDATED);
        }
    }

    @Test
    void nobody_has_a_password_that_is_right() {
        try (var passwords = TestingAccounts.light()) {
            assertThat(passwords.check(Optional.empty(), "nobody has this password"))
                    .isEqualTo(Match.WRONG);
        }
    }

    @Test
    void what_looks_the_same_is_the_same_however_the_keyboard_sent_it() {
        try (var passwords = TestingAccounts.light()) {
            var composed = passwords.encode("mara", "caf\u00e9 four oars");
            assertThat(passwords.check(Optional.of(composed), "cafe\u0301 four oars"))
                    .isEqualTo(Match.RIGHT);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short words        | characters; use at least 12
            Password1234       | among those that are tried first
            QWERTYUIOP123      | among those that are tried first
            aaaaaaaaaaaa       | among those that are tried first
            I love TouchStone! | contains 'touchstone'
            pilots of the sea  | contains 'pilots'
            go harbour go go   | contains 'harbour'
            mara.lind and co   | contains 'mara'
            """)
    void a_refused_password_comes_with_what_to_do(String password, String said) {
        assertThatThrownBy(() -> RULES.require("mara.lind", password))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(said);
    }

    @Test
    void any_characters_will_do() {
        for (var password : List.of(
                "four oars one boat",
                "ÄÖÜ ß ẞ漢字かな鍵鍵",
                "            .",
                "🜁🜂🜃🜄🜁🜂🜃🜄🜁🜂🜃🜄",
                "\u0000\u0001\n\r\t ' ; -- <b>"))
            assertThatCode(() -> RULES.require("mara", password)).as(password).doesNotThrowAnyException();
    }

    @Test
    void length_is_counted_in_characters_and_has_an_end() {
        assertThatCode(() -> RULES.require("mara", "🜁".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RULES.require("mara", "x".repeat(129))).hasMessageContaining("at most 128");
        assertThatThrownBy(() -> RULES.require("mara", "🜁".repeat(11))).hasMessageContaining("at least 12");
    }

    @Test
    void at_least_three_thousand_common_passwords_are_refused_each() {
        var common = PasswordRules.common();
        assertThat(common)
                .hasSizeGreaterThan(3_000)
                .allSatisfy(password -> assertThatThrownBy(() -> RULES.require("mara", password))
                        .as(password)
                        .isInstanceOf(BadInput.class));
    }
}
