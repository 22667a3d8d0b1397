package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountCommandsTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., alternative: Hush., behaviours: [Say.], terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., alternative: Spend., behaviours: [Save.], terms: [cost]}
              - {id: care, name: Care, statement: Mind it., alternative: Dare., behaviours: [Mind.], terms: [safe]}
            """;

    @TempDir
    private Path folder;

    private TestingTerminal terminal = new TestingTerminal(false);

    @BeforeEach
    void makeAHome() throws IOException {
        Files.writeString(folder.resolve("charter.yaml"), CHARTER);
        Files.writeString(folder.resolve("password"), "four oars one boat\n");
        Files.writeString(folder.resolve("short"), "oars\n");
        assertThat(run("init --home HOME --charter " + folder.resolve("charter.yaml")))
                .isZero();
        terminal = new TestingTerminal(false);
    }

    private int run(String line) {
        var arguments = line.replace("HOME", folder.resolve("home").toString())
                .replace("FILE", folder.resolve("password").toString())
                .replace("SHORT", folder.resolve("short").toString())
                .split(" ");
        return CommandLines.run(terminal.terminal(), TestingParts::new, arguments);
    }

    /** What a command that ends well says. */
    private String said(String line) {
        terminal = new TestingTerminal(false);
        assertThat(run(line)).as(line + ": " + terminal.err()).isZero();
        return terminal.out();
    }

    @Test
    void users_are_added_listed_changed_and_kept_out() {
        assertThat(said("user add Ada --role admin --home HOME --password-file FILE"))
                .isEqualTo("added ada, admin\n");
        said("user add mara --role reader --home HOME --no-password");
        assertThat(said("user role mara --role leader --home HOME")).isEqualTo("mara is leader now\n");
        assertThat(said("user password mara --home HOME --password-file FILE"))
                .isEqualTo("mara has another password\n");
        assertThat(said("user disable mara --home HOME")).isEqualTo("mara is disabled\n");
        assertThat(said("user list --home HOME")).isEqualTo("""
                name    role        state  shown as
                ada    admin  may sign in       ada
                mara  leader     disabled      mara
                """);
        assertThat(said("user enable mara --home HOME")).isEqualTo("mara may sign in again\n");
    }

    @Test
    void a_second_factor_is_listed_and_taken_away() {
        said("user add mara --role reader --home HOME --password-file FILE");
        try (var ledger = new TestingParts().ledger(new HomeFolder(folder.resolve("home")).ledger())) {
            ledger.act(Caller.PROGRAM, transaction -> {
                var mara = transaction.users().find("mara").orElseThrow();
                transaction.secondFactors().switchOn(mara, "GEZDGNBVGY3TQOJQ", 1, List.of());
            });
        }
        assertThat(said("user list --home HOME"))
                .contains("may sign in, with a second factor")
                .doesNotContain("GEZD");
        assertThat(said("user remove-second-factor mara --home HOME"))
                .isEqualTo("mara has no second factor any longer\n");
        assertThat(said("user list --home HOME")).doesNotContain("second factor");
        assertThat(said("audit-log show --home HOME")).contains("command line  -  second_factor.taken_away  mara");
    }

    @Test
    void a_token_is_printed_once_alone_and_revoked() {
        said("user add ada --role admin --home HOME --password-file FILE");
        var token = said("token create nightly --user ada --scope read --scope upload --home HOME");
        assertThat(token).matches("[A-Za-z0-9_-]{43}\n");
        var list = said("token list --user ada --home HOME");
        assertThat(list).contains("read,upload", "nightly").doesNotContain(token.strip());

        var id = Pattern.compile("[0-9a-f]{16}").matcher(list);
        assertThat(id.find()).isTrue();
        assertThat(said("token revoke " + id.group() + " --user ada --home HOME"))
                .isEqualTo("revoked " + id.group() + "\n");
        assertThat(said("token list --user ada --home HOME")).doesNotContain("nightly");
    }

    @Test
    void the_audit_log_is_shown_and_verified() {
        said("user add ada --role admin --home HOME --password-file FILE");
        assertThat(said("audit-log show --home HOME"))
                .containsPattern("\n3  \\S+  command line  -  user.added  ada  \\{\"role\":\"ADMIN\"}\n$");
        var sound = said("audit-log verify --home HOME");
        assertThat(sound).matches("sound: 3 entries; head 3:[0-9a-f]{64}\n");
        var head = sound.strip().replaceFirst(".*head ", "");
        said("user add mara --role reader --home HOME --no-password");
        assertThat(said("audit-log verify --home HOME --head " + head)).contains("sound: 4 entries");
    }

    @Test
    void a_log_that_is_shorter_than_a_known_head_says_is_broken() {
        said("user add ada --role admin --home HOME --password-file FILE");
        assertThat(run("audit-log verify --home HOME --head 7:" + "0".repeat(64)))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("broken at entry 4: it is missing; the known head is 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            user                                                        | a command is missing; see touchstone user --help
            user add x --home HOME                                      | Missing required option: '--role=ROLE'; see touchstone user add --help
            user add x --role king --home HOME --no-password            | 'king' is no role; it is one of admin, auditor
            user add a/b --role admin --home HOME --no-password         | 'a/b' can be no user's name; use letters
            user add eve --role admin --home HOME --password-file SHORT | the password has 4 characters; use at least 12
            user add ada --role admin --home HOME --no-password         | there is a user with the name ada already
            user add eve --role admin --home HOME                       | give --password-file FILE
            user role eve --role admin --home HOME                      | there is no user 'eve'
            user disable ada --home HOME                                | ada is the only administrator; make somebody else one first
            user remove-second-factor ada --home HOME                   | ada has no second factor
            user list --home nowhere                                    | nowhere: no home here; make one with
            token create x --user ada --scope all --home HOME           | there is no scope 'all'; it is one of read, upload
            token create x --user ada --scope read --days 366 --home HOME | a token is good for 1 to 365 days
            token revoke 12 --user ada --home HOME                      | '12' is no id of a token
            token revoke 0123456789abcdef --user ada --home HOME        | ada has no token 0123456789abcdef
            serve --home HOME --proxy-user-header Remote-User           | --proxy-user-header and --proxy-secret-file belong together
            serve --home HOME --proxy-address 10.0.0.7                  | --proxy-address: give --behind-proxy URL with it
            serve --home HOME --behind-proxy http://audit.example       | the address behind the proxy is https and a name
            serve --home HOME --behind-proxy https://a.b --proxy-address proxy | 'proxy' is no address; give the proxy's own
            serve --home HOME --host 192.0.2.1                          | serve with --behind-proxy URL
            audit-log verify --home HOME --head 12                      | --head: '12' is no head
            """)
    void what_is_wrong_is_said_in_one_line_with_a_remedy(String line, String message) {
        said("user add ada --role admin --home HOME --password-file FILE");
        terminal = new TestingTerminal(false);
        assertThat(run(line)).isEqualTo(2);
        assertThat(terminal.err().lines()).hasSize(1);
        assertThat(terminal.err()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "user add",
                "user list",
                "user role",
                "user disable",
                "user enable",
                "user password",
                "user remove-second-factor",
                "token",
                "token create",
                "token list",
                "token revoke",
                "audit-log",
                "audit-log verify",
                "audit-log show"
            })
    void every_command_explains_itself_with_an_example(String command) {
        assertThat(said(command + " --help"))
                .startsWith("Usage: touchstone " + command + " ")
                .containsPattern("Examples?:\n  touchstone " + command);
    }
}
