package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.cli.CommandLines;
import dev.touchstone.web.cli.TestingTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatingCommandsTest {
    private static final Set<String> FOLDERS = Set.of("home", "backup", "again", "nowhere", "other", "export");

    @TempDir
    private Path temporary;

    private OperatedHome home;
    private TestingTerminal terminal = new TestingTerminal(false);

    @BeforeEach
    void fill() {
        home = OperatedHome.filled(temporary.resolve("home"), OperatedParts.at(InstantSource.system()));
    }

    @Test
    void check_tells_each_fault_on_a_line_with_its_remedy() throws IOException {
        assertThat(run("check", "--home", "home")).isZero();
        assertThat(terminal.out())
                .isEqualTo("%s is sound\n".formatted(home.folder().path()));

        var original = OperatedHome.files(home.folder().originals()).getFirst();
        Files.delete(original);

        assertThat(run("check", "--home", "home")).isEqualTo(1);
        assertThat(terminal.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("fault: original %s of ".formatted(original.getFileName()))
                        && line.endsWith(
                                ": its bytes are missing; take it out of a backup, or send the document again"));
        assertThat(run("check", "--home", "home", "--json")).isEqualTo(1);
        assertThat(terminal.out()).contains("\"weight\": \"FAULT\"", "\"place\": \"ORIGINALS\"");
    }

    @Test
    void a_home_is_backed_up_and_restored() {
        assertThat(run("backup", "--home", "home", "--to", "backup")).isZero();
        assertThat(terminal.out()).contains("backup: 6 originals; the audit log ends at ");
        assertThat(run("restore", "--from", "backup", "--home", "again")).isZero();
        assertThat(terminal.out()).contains("again: 6 originals as they were on ");
        assertThat(run("backup", "--home", "home", "--to", "backup")).isEqualTo(2);
        assertThat(terminal.err()).contains("it is not empty").hasLineCount(1);
        assertThat(run("backup", "--home", "nowhere", "--to", "other")).isEqualTo(2);
        assertThat(terminal.err()).contains("no home here").hasLineCount(1);
    }

    @Test
    void an_export_goes_to_a_folder_or_to_standard_output() {
        assertThat(run("export", "--home", "home", "--out", "export", "--format", "csv"))
                .isZero();
        assertThat(temporary.resolve("export/references.csv")).isNotEmptyFile();
        assertThat(run("export", "--home", "home", "--out", "-", "--format", "jsonl", "--collection", "board"))
                .isZero();
        assertThat(terminal.out().lines()).hasSize(2);
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void a_document_is_deleted_restored_and_purged() {
        assertThat(run("document", "delete", "--home", "home", "pilots/1.md", "--because", "names a patient"))
                .isZero();
        assertThat(terminal.out()).startsWith("pilots/1.md is deleted; until ");
        assertThat(run("document", "restore", "--home", "home", "pilots/1.md")).isZero();
        assertThat(run("document", "purge", "--home", "home", "1.md", "--collection", "board", "--because", "asked"))
                .isZero();
        assertThat(terminal.out()).startsWith("1.md is erased, 1 version;");
        assertThat(run("document", "delete", "--home", "home", "pilots/1.md")).isEqualTo(2);
        assertThat(terminal.err()).contains("--because").hasLineCount(1);
    }

    private int run(String... arguments) {
        terminal = new TestingTerminal(false);
        var absolute = IntStream.range(0, arguments.length)
                .mapToObj(index -> index > 0 && FOLDERS.contains(arguments[index])
                        ? temporary.resolve(arguments[index]).toString()
                        : arguments[index]);
        return CommandLines.run(
                terminal.terminal(), () -> OperatedParts.at(InstantSource.system()), absolute.toArray(String[]::new));
    }
}
