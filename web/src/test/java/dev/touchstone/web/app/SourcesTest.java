package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.web.app.Sources.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void a_folder_with_a_file_beside_it() throws IOException {
        folder = Files.createDirectory(temporary.resolve("records"));
        Files.writeString(temporary.resolve("outside.md"), "# Outside");
    }

    @Test
    void without_a_manifest_every_file_is_a_document() {
        write("b.md", "");
        write("docs/a.rst", "");

        assertThat(paths(all())).containsExactly("b.md", "docs/a.rst");
    }

    @Test
    void the_rows_of_a_manifest_are_the_documents_and_the_rest_is_skipped() {
        write("a.md", "");
        write("LICENSE", "");
        write("manifest.csv", "path,title,date,team,status\na.md,\"Alpha, really\",,platform,Accepted\n");

        var found = all();

        assertThat(paths(found)).containsExactly("a.md");
        assertThat(found.sources().getFirst().fields())
                .contains(
                        new Field("title", "Alpha, really", Origin.MANIFEST),
                        new Field("team", "platform", Origin.MANIFEST))
                .noneMatch(field ->
                        field.origin() == Origin.MANIFEST && field.name().equals("date"));
        assertThat(found.skipped()).containsExactly(new Skipped("LICENSE", "not in manifest.csv"));
    }

    @Test
    void ignoring_a_manifest_keeps_its_list_of_paths() {
        write("a.md", "");
        write("b.md", "");
        write("manifest.csv", "path,title\na.md,Alpha\n");

        var found = Sources.in(List.of(folder), new Selection(true, List.of()));

        assertThat(paths(found)).containsExactly("a.md");
        assertThat(found.sources().getFirst().fields()).noneMatch(field -> field.origin() == Origin.MANIFEST);
    }

    @Test
    void a_manifest_without_a_path_is_not_ours() {
        write("a.md", "");
        write("manifest.csv", "file,kind\na.md,text\n");

        var found = all();

        assertThat(paths(found)).containsExactly("a.md");
        assertThat(found.notes())
                .singleElement()
                .asString()
                .contains("manifest.csv")
                .contains("no column 'path'");
    }

    @Test
    void a_row_whose_file_is_gone_still_gets_an_outcome_and_one_that_leads_out_does_not() {
        write("manifest.csv", "path\ngone.md\n../outside.md\ngone.md\n");

        var found = all();

        assertThat(paths(found)).containsExactly("gone.md");
        assertThat(found.skipped())
                .extracting(Skipped::reason)
                .containsExactlyInAnyOrder(
                        "manifest.csv lists it, but it lies outside of the folder", "manifest.csv lists it twice");
    }

    @Test
    void links_are_never_followed() throws IOException {
        write("a.md", "");
        Files.createSymbolicLink(folder.resolve("out.md"), temporary.resolve("outside.md"));
        Files.createSymbolicLink(folder.resolve("again.md"), folder.resolve("a.md"));
        Files.createSymbolicLink(folder.resolve("dangling.md"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("up"), temporary);

        var found = all();

        assertThat(paths(found)).containsExactly("a.md");
        assertThat(found.skipped())
                .containsExactly(
                        new Skipped("again.md", "a link to a.md, which counts at its own place"),
                        new Skipped("dangling.md", "a link that leads nowhere"),
                        new Skipped("out.md", "a link that leads out of the folder"),
                        new Skipped("up", "a link that leads out of the folder"));
    }

    @Test
    void globs_leave_files_and_folders_out_and_say_so() {
        write("a.md", "");
        write("template.md", "");
        write("drafts/b.md", "");
        write("deep/er/c.tmp", "");
        write(".touchstoneignore", "# ours\n*.tmp\ntemplate.md\n");

        var found = Sources.in(List.of(folder), new Selection(false, List.of("drafts/")));

        assertThat(paths(found)).containsExactly("a.md");
        assertThat(found.skipped())
                .containsExactly(
                        new Skipped("deep/er/c.tmp", "excluded by .touchstoneignore: *.tmp"),
                        new Skipped("drafts", "excluded by --exclude: drafts/"),
                        new Skipped("template.md", "excluded by .touchstoneignore: template.md"));
    }

    @Test
    void hidden_files_are_no_documents() {
        write("a.md", "");
        write(".git/config", "");

        assertThat(all().skipped()).containsExactly(new Skipped(".git", "hidden"));
    }

    @Test
    void a_broken_glob_is_told() {
        assertThatThrownBy(() -> Sources.in(List.of(folder), new Selection(false, List.of("[a"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("--exclude")
                .hasMessageContaining("[a");
    }

    @Test
    void a_sidecar_is_metadata_of_the_readme_beside_it() {
        write("1-x/README.md", "");
        write("1-x/kep.yaml", "title: Quiet\nowning-sig: sig-a\nauthors:\n  - @ann\n  - \"@bob\"\n");

        var found = all();

        assertThat(paths(found)).containsExactly("1-x/README.md");
        assertThat(found.sources().getFirst().fields())
                .contains(
                        new Field("title", "Quiet", Origin.SIDECAR),
                        new Field("owning-sig", "sig-a", Origin.SIDECAR),
                        new Field("authors", "@ann", Origin.SIDECAR),
                        new Field("authors", "@bob", Origin.SIDECAR));
        assertThat(found.skipped()).containsExactly(new Skipped("1-x/kep.yaml", "metadata of the document beside it"));
    }

    @Test
    void names_and_folders_tell_date_team_and_state() {
        write("platform/decisions/approved/2024-05-01-cache.md", "");

        assertThat(all().sources().getFirst().fields())
                .contains(
                        new Field("date", "2024-05-01", Origin.FILE_NAME),
                        new Field("team", "platform", Origin.FOLDER),
                        new Field("status", "approved", Origin.FOLDER))
                .anyMatch(field -> field.origin() == Origin.FILE_DATE);
    }

    @Test
    void documents_of_several_folders_never_share_a_path() throws IOException {
        var other = Files.createDirectory(temporary.resolve("more"));
        write("a.md", "");
        Files.writeString(other.resolve("a.md"), "");

        var found = Sources.in(List.of(folder, other, temporary.resolve("outside.md")), Selection.ALL);

        assertThat(paths(found)).containsExactly("a.md", "more/a.md", "outside.md");
    }

    @Test
    void a_path_that_is_not_there_is_told() {
        assertThatThrownBy(() -> Sources.in(List.of(folder.resolve("gone")), Selection.ALL))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("gone: no such file or folder");
    }

    private Sources all() {
        return Sources.in(List.of(folder), Selection.ALL);
    }

    private static List<String> paths(Sources sources) {
        return sources.sources().stream().map(Source::path).toList();
    }

    private void write(String path, String text) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
