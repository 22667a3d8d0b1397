package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.Golden;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.archive.HomeLock;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., alternative: Hush., behaviours: [Say.], terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., alternative: Spend., behaviours: [Save.], terms: [cost]}
              - {id: care, name: Care, statement: Mind it., alternative: Dare., behaviours: [Mind.], terms: [safe]}
            """;

    private static final String GOLD = """
            {"id": "1", "org": "harbour", "doc": "a.md", "sentence": "We tell.", "labels": [{"value": "candour"}]}
            """;

    @TempDir
    private Path folder;

    private TestingTerminal terminal = new TestingTerminal(false);

    @BeforeEach
    void writeTheCollection() throws IOException {
        write("charter.yaml", CHARTER);
        write("records/pilots/radar.md", "date: 2024-05-01\nWe tell all ships.\nIt has its cost.\n");
        write("records/office/lamps.md", "date: 2023-02-01\nThe cost decides.\n");
        write("broken/locked.md", "UNREADABLE");
        write("broken/radar.md", "We tell all ships.\n");
        write("bug/bug.md", "BUG");
        write("others/logo.png", "x");
        write("foreign.yaml", CHARTER.replace("Harbour Pilots", "Ferry Crews"));
        write("broken-charter.yaml", CHARTER.replace("statement", "statment"));
        Files.createDirectory(folder.resolve("empty"));
        write("good.jsonl", GOLD);
        write("figures.yaml", "sample:\n  tolerance: 0\n  data:\n    good.jsonl: 00\n  figures: {mean: {f1: 0.6}}\n");
        write("gold.jsonl", GOLD + GOLD.replace("candour", "speed"));
    }

    @Test
    void an_audit_is_shown_as_a_table() {
        assertThat(run("audit", "records", "--charter", "charter.yaml")).isZero();

        Golden.assertSame("audit-table.txt", terminal.out());
        assertThat(terminal.err()).contains("touchstone: reading: 1 of 2\n", "touchstone: scoring: 2 of 2\n");
    }

    @Test
    void with_json_standard_output_is_the_audit_and_nothing_else() throws IOException {
        assertThat(run("audit", "records", "--charter", "charter.yaml", "--json", "--out", "out"))
                .isZero();

        assertThat(terminal.out()).isEqualTo(Files.readString(folder.resolve("out/audit.json")));
    }

    @Test
    void an_audit_is_written_to_a_folder() throws IOException {
        assertThat(run("audit", "records", "--charter", "charter.yaml", "--out", "out"))
                .isZero();

        try (var files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .contains("out/audit.json", "out/references.csv")
                    .filteredOn(name -> name.startsWith("out/text/"))
                    .hasSize(2)
                    .allMatch(name -> name.matches("out/text/[0-9a-f]{64}\\.txt"));
        }
        try (var beside = Files.list(folder)) {
            assertThat(beside.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void a_second_run_gives_the_same_bytes_and_replaces_the_first() throws IOException {
        run("audit", "records", "--charter", "charter.yaml", "--out", "out");
        var first = Files.readString(folder.resolve("out/audit.json"));
        write("out/text/stale.txt", "of an earlier audit");

        assertThat(run("audit", "records", "--charter", "charter.yaml", "--out", "out"))
                .isZero();

        assertThat(folder.resolve("out/audit.json")).hasContent(first);
        assertThat(folder.resolve("out/text/stale.txt")).doesNotExist();
    }

    @Test
    void a_folder_with_other_things_in_it_is_left_alone() throws IOException {
        write("out/thesis.docx", "years of work");

        assertThat(run("audit", "records", "--charter", "charter.yaml", "--out", "out"))
                .isEqualTo(2);

        assertThat(terminal.err())
                .contains("out: this folder holds other things (thesis.docx); give a new or empty one");
        assertThat(folder.resolve("out/thesis.docx")).hasContent("years of work");
        assertThat(folder.resolve("out/audit.json")).doesNotExist();
    }

    @Test
    void an_audit_does_not_audit_what_it_wrote() throws IOException {
        run("audit", "records", "--charter", "charter.yaml", "--out", "records/out", "--home", "records/home");
        var first = Files.readString(folder.resolve("records/out/audit.json"));

        assertThat(run(
                        "audit",
                        "records",
                        "--charter",
                        "charter.yaml",
                        "--out",
                        "records/out",
                        "--home",
                        "records/home"))
                .isZero();

        assertThat(folder.resolve("records/out/audit.json")).hasContent(first);
    }

    @Test
    void a_failed_audit_leaves_the_earlier_one() throws IOException {
        run("audit", "records", "--charter", "charter.yaml", "--out", "out");
        var first = Files.readString(folder.resolve("out/audit.json"));

        assertThat(run("audit", "bug", "--charter", "charter.yaml", "--out", "out"))
                .isEqualTo(4);

        assertThat(folder.resolve("out/audit.json")).hasContent(first);
    }

    @Test
    void a_document_that_cannot_be_read_ends_with_1_and_is_named() {
        assertThat(run("audit", "broken", "--charter", "charter.yaml")).isEqualTo(1);

        assertThat(terminal.out()).contains("Failed: 1 document\n  locked.md: it cannot be read\n");
    }

    @Test
    void an_internal_error_is_one_line_with_a_file_for_whoever_mends_it() throws IOException {
        assertThat(run("audit", "bug", "--charter", "charter.yaml")).isEqualTo(4);

        var said = terminal.err()
                .lines()
                .filter(line -> line.contains("internal error"))
                .toList();
        assertThat(said).hasSize(1);
        assertThat(terminal.err()).doesNotContain("\tat ");
        var log = Path.of(said.getFirst().replaceFirst(".*details are in ", ""));
        assertThat(Files.readString(log)).contains("a fault of the program", "\tat ");
        Files.delete(log);
    }

    @Test
    void with_debug_the_trace_is_shown() {
        assertThat(run("--debug", "audit", "bug", "--charter", "charter.yaml")).isEqualTo(4);
        assertThat(terminal.err()).contains("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --team pilots                        | radar.md
            --from 2024-01-01                    | radar.md
            --to 2023-12-31                      | lamps.md
            --from 2023-02-01 --to 2023-02-01    | lamps.md
            --team office --team pilots          | lamps.md radar.md
            --status accepted --format unstructured | lamps.md radar.md
            --status rejected                    | ''
            """)
    void a_scope_takes_some_documents_and_lists_the_rest(String options, String taken) throws IOException {
        var arguments = "audit records --charter charter.yaml --json --out out " + options;

        assertThat(run(arguments.split(" +"))).isZero();

        try (var texts = Files.list(folder.resolve("out/text"))) {
            assertThat(texts).hasSize(taken.isEmpty() ? 0 : taken.split(" ").length);
        }
        for (var name : new String[] {"lamps.md", "radar.md"})
            assertThat(terminal.out().contains(name + "\",\n      \"reason\": \"outside the scope asked for: "))
                    .isEqualTo(!taken.contains(name));
    }

    /** What is given, and what the one line on standard error must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                 | touchstone: a command is missing; see touchstone --help
            audit                                              | touchstone audit: Missing required options and parameters: '--charter=FILE', 'PATH'; see touchstone audit --help
            audit records                                      | touchstone audit: Missing required option: '--charter=FILE'; see touchstone audit --help
            audit --charter charter.yaml                       | touchstone audit: Missing required parameter: 'PATH'; see touchstone audit --help
            audit records --charter charter.yaml --jsn         | touchstone audit: unknown option --jsn; did you mean --json?; see touchstone audit --help
            adit records                                       | touchstone: not understood: adit; did you mean audit or audit-log or init?; see touchstone --help
            audit nowhere --charter charter.yaml               | touchstone: nowhere: no such file or folder; check the path
            audit empty --charter charter.yaml                 | touchstone: empty: no documents here; give a folder with decision records
            audit others --charter charter.yaml --exclude *.png | touchstone: others: no documents here (1 not taken, the first: logo.png, excluded by --exclude: *.png); give a folder with decision records
            audit records --charter nowhere.yaml               | touchstone: nowhere.yaml: no such file; give the charter's YAML file
            audit records --charter records                    | touchstone: records: this is a folder; give the charter's YAML file, such as charter.yaml in it
            audit records --charter broken-charter.yaml        | touchstone: broken-charter.yaml:4: unknown key 'statment' in a value; known here:
            audit records --charter charter.yaml --from May    | touchstone audit: Invalid value for option '--from': 'May' is no day; write it as 2024-05-31; see touchstone audit --help
            audit records --charter charter.yaml --from 2024-05-02 --to 2024-05-01 | touchstone: the first day, 2024-05-02, is after the last, 2024-05-01
            audit records --charter charter.yaml --status done | touchstone: 'done' is none of proposed, accepted, rejected, superseded, deprecated, draft, other
            audit records --charter charter.yaml --out charter.yaml | touchstone: charter.yaml: this is a file; give a new folder for the audit
            audit records --charter charter.yaml --home records | touchstone: records: this folder is no home and not empty
            audit records --charter charter.yaml --formats no  | touchstone: no: no such folder; give the folder with your format files
            init --home records --charter charter.yaml         | touchstone: records: this folder is no home and not empty
            ingest records --home nowhere                      | touchstone: nowhere: no home here; make one with: touchstone init --home nowhere --charter FILE
            search x --home nowhere                            | touchstone: nowhere: no home here; make one with: touchstone init --home nowhere --charter FILE
            serve --home nowhere                               | touchstone: nowhere: no home here; make one with: touchstone init --home nowhere --charter FILE
            demo --host 192.0.2.1                              | touchstone: --host: 192.0.2.1 can be reached from other machines, which needs accounts and a proxy with TLS;
            demo --host no.such.host.invalid                   | touchstone: --host: no.such.host.invalid is not known; use 127.0.0.1 or localhost
            demo --port 70000                                  | touchstone: --port: 70000 is no port; give 0 to 65535
            demo --port many                                   | touchstone demo: Invalid value for option '--port': 'many' is not an int; see touchstone demo --help
            evaluate --gold nowhere --charters charter.yaml    | touchstone: nowhere: no such file or folder; check the path
            evaluate --gold empty --charters charter.yaml      | touchstone: empty: no labelled sentences here; give JSON Lines files or a folder of them
            evaluate --gold records --charters nowhere         | touchstone: nowhere: no such file or folder; give the folder with the charters
            evaluate --gold gold.jsonl --charters charter.yaml | touchstone: gold.jsonl:2: the charter of Harbour Pilots has no value 'speed'; it has candour, thrift, care
            evaluate --gold gold.jsonl --charters empty        | touchstone: empty: no charter for the organisation 'harbour'; put harbour.yaml there
            evaluate --gold charter.yaml --charters charter.yaml | touchstone: charter.yaml:1: not such a line of JSON:
            evaluate --gold good.jsonl --charters charter.yaml --model empty | touchstone: empty: neither weights.bin nor model.yaml is here; name the folder that train wrote to
            evaluate --gold good.jsonl --charters charter.yaml --model empty --leave-one-out | touchstone evaluate: --leave-one-out and --calibrated train their own models; leave them out, or --model; see
            evaluate --gold good.jsonl --charters charter.yaml --update | touchstone evaluate: --update writes the file of --expect; give that too; see touchstone evaluate --help
            evaluate --gold good.jsonl --charters charter.yaml --expect figures.yaml | touchstone: figures.yaml:4: good.jsonl is not the file that was measured on: its SHA-256 differs
            evaluate --gold good.jsonl --charters charter.yaml --expect figures.yaml --model empty | touchstone: figures.yaml: there is no section 'model'; it has sample
            evaluate --gold good.jsonl --charters charter.yaml --expect figures.yaml --arguments | touchstone: figures.yaml: there is no section 'arguments'; it has sample
            train --gold gold.jsonl --charters charter.yaml    | touchstone train: Missing required option: '--out=DIR'; see touchstone train --help
            charter                                            | touchstone charter: a command is missing; see touchstone charter --help
            charter check                                      | touchstone charter check: Missing required parameter: 'FILE'; see touchstone charter check --help
            charter check nowhere.yaml                         | touchstone: nowhere.yaml: no such file; give the charter's YAML file
            bench records                                      | touchstone: bench: give PATH and --charter together, or neither for the samples
            bench nowhere --charter charter.yaml               | touchstone: nowhere: no such file or folder; check the path
            bench records --charter charter.yaml --changed foreign.yaml | touchstone: --changed: foreign.yaml is the charter of Ferry Crews, and the other one that of Harbour Pilots; give a version of the same
            bench records --charter charter.yaml --changed charter.yaml | touchstone: --changed: charter.yaml is version 1 as well; write another 'version' into it
            bench --rounds 0                                   | touchstone: --rounds: give a number from 1 on
            search                                             | touchstone search: Missing required options and parameters: '--home=DIR', 'QUERY'; see touchstone search --help
            """)
    void wrong_use_ends_with_2_and_one_line_with_the_remedy(String arguments, String line) {
        var given = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertThat(run(given)).isEqualTo(2);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().replace(folder + "/", "")).startsWith(line).hasLineCount(1);
    }

    @Test
    @Timeout(60)
    void formats_of_its_own_do_not_reach_a_service_and_so_are_refused() {
        run("init", "--home", "home", "--charter", "charter.yaml");
        try (var _ = HomeLock.take(folder.resolve("home"))) {
            assertThat(run("ingest", "records", "--home", "home", "--formats", "empty"))
                    .isEqualTo(2);
        }
        assertThat(terminal.err())
                .contains(
                        "home is being served, and its service would read with the formats that it has; stop it first")
                .hasLineCount(1);
    }

    @Test
    void a_home_is_made_filled_and_searched() {
        assertThat(run("init", "--home", "home", "--charter", "charter.yaml")).isZero();
        assertThat(run("ingest", "records", "--home", "home")).isZero();
        assertThat(run("audit", "broken", "--charter", "charter.yaml", "--home", "home"))
                .isEqualTo(1);
        assertThat(run("search", "ships", "--home", "home", "--value", "candour", "--json"))
                .isZero();
        assertThat(terminal.out()).endsWith("""
                {
                  "total": 0,
                  "documents": 0,
                  "page": 1,
                  "hits": [],
                  "facets": {}
                }
                """);
    }

    @Test
    void what_cannot_be_watched_is_said_before_anything_is_done() {
        run("init", "--home", "home", "--charter", "charter.yaml");
        assertThat(run("serve", "--home", "home", "--watch", "nowhere")).isEqualTo(2);
        assertThat(run("ingest", "charter.yaml", "--home", "home", "--watch")).isEqualTo(2);
        assertThat(run("serve", "--home", "home", "--role", "worker", "--watch", "records"))
                .isEqualTo(2);
        assertThat(run("ingest", "records", "broken", "--home", "home", "--watch"))
                .isEqualTo(2);
        assertThat(terminal.err())
                .contains(
                        "nowhere: no such folder\n",
                        "charter.yaml is no folder\n",
                        "a worker follows no folder",
                        "--watch: give one folder, not 2\n");
    }

    @Test
    void a_value_that_the_charter_lacks_cannot_be_searched_for() {
        run("init", "--home", "home", "--charter", "charter.yaml");

        assertThat(run("search", "ships", "--home", "home", "--value", "speed")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("--value: the charter has no value 'speed'; it has candour, thrift, care\n");
    }

    @Test
    void a_home_that_is_there_is_not_made_again() {
        run("init", "--home", "home", "--charter", "charter.yaml");

        assertThat(run("init", "--home", "home", "--charter", "charter.yaml")).isZero();
        assertThat(terminal.out()).contains("home is there already, with the same charter; nothing was changed.");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        run("init", "--home", "home", "--charter", "charter.yaml");

        assertThat(run("search", "ships", "--home", "home", "--from", "2024-05-02", "--to", "2024-05-01"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the first day, 2024-05-02, is after the last, 2024-05-01");
    }

    @Test
    void a_charter_is_checked_and_gets_concerns_suggested_that_can_be_pasted() throws IOException {
        write(
                "listing.yaml",
                CHARTER.replace("terms: [tell]", "terms: [tell], concerns: [integrity, haste]")
                        .replace(", alternative: Spend.", ""));

        assertThat(run("charter", "check", "listing.yaml")).isZero();

        assertThat(terminal.out()).startsWith("""
                Harbour Pilots: 3 values

                candour bears on, as its charter lists:
                    concerns:
                      - integrity                 # telling the truth, keeping one’s word, owning up to faults and interests
                      - haste                     # not in the inventory: nothing is recognised by it

                thrift lists no concerns; its statement and behaviours suggest these, to be pasted into it:
                    concerns:
                      - transparency              # others can see what is decided, done and known; or it is kept from them
                """);
        assertThat(terminal.err())
                .contains("the value 'candour' lists the concern 'haste', which the inventory does not have; see:"
                        + " touchstone charter concerns\n")
                .contains("the value 'thrift' has no alternative");
    }

    @Test
    void what_is_suggested_can_be_pasted() throws IOException {
        run("charter", "check", "charter.yaml");
        var suggested = terminal.out().lines().skip(3).limit(2).toList();
        write("pasted.yaml", """
                organisation: Harbour Pilots
                version: 1
                values:
                  - id: candour
                    name: Candour
                    statement: Say it.
                %s
                """.formatted(String.join("\n", suggested)));

        assertThat(CharterFile.read(folder.resolve("pasted.yaml"))
                        .charter()
                        .values()
                        .getFirst()
                        .details()
                        .concerns())
                .containsExactly("transparency");
    }

    @Test
    void the_inventory_of_concerns_is_listed() {
        assertThat(run("charter", "concerns")).isZero();
        assertThat(terminal.out())
                .hasLineCount(62)
                .contains("backward-compatibility    whether what works today goes on working after a change\n");
    }

    @Test
    void an_audit_names_the_reasons_that_the_charter_does_not() throws IOException {
        for (var number = 1; number <= 5; number++)
            write("fast/" + number + ".md", "We take B because it is fast, " + number + ".\nWe tell all.\n");

        assertThat(run("audit", "fast", "--charter", "charter.yaml")).isZero();

        assertThat(terminal.out()).contains("""
                Reasons that the charter does not name
                  performance in 5 decisions (5 sentences), such as 1.md
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit",
                "init",
                "ingest",
                "search",
                "serve",
                "demo",
                "evaluate",
                "evaluate-audit",
                "train",
                "bench",
                "charter",
                "charter check",
                "charter concerns"
            })
    void every_command_explains_itself_with_an_example(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(terminal.out())
                .startsWith("Usage: touchstone " + command + " ")
                .containsPattern("Examples?:\n  touchstone " + command);
    }

    @Test
    void the_program_explains_itself_and_says_its_version() {
        assertThat(run("--help")).isZero();
        assertThat(terminal.out()).contains("Usage: touchstone", "Exit codes: 0 done;", "verify [--full]", "Example:");
        assertThat(run("--version")).isZero();
        assertThat(terminal.out()).containsPattern("touchstone \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void what_documents_are_called_cannot_move_the_cursor() throws IOException {
        write("hostile/\u001b[2J\u202Egnp.md", "UNREADABLE");

        assertThat(run("audit", "hostile", "--charter", "charter.yaml")).isEqualTo(1);

        assertThat(terminal.out())
                .doesNotContain("\u001b", "\u202E")
                .contains("\uFFFD[2J\uFFFDgnp.md: it cannot be read");
    }

    @Test
    void on_a_terminal_progress_is_a_bar() {
        terminal = new TestingTerminal(true);

        assertThat(run("audit", "records", "--charter", "charter.yaml")).isZero();

        assertThat(terminal.err()).contains("\rscoring [" + "#".repeat(30) + "] 2 of 2\n");
    }

    /** Runs a command whose relative paths are below the test's folder. */
    private int run(String... arguments) {
        var placed = Arrays.stream(arguments)
                .map(argument -> isPath(argument) ? folder.resolve(argument).toString() : argument)
                .toArray(String[]::new);
        return CommandLines.run(terminal.terminal(), TestingParts::new, placed);
    }

    private boolean isPath(String argument) {
        return (!argument.isEmpty() && Files.exists(folder.resolve(argument)))
                || argument.matches("(records/)?(out|home)|no|nowhere(\\.yaml)?");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
