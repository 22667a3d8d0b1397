package dev.touchstone.auditor.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Document.Outline;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.decision.Metadata.Relation.Kind;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction.Extracted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelationsTest {
    private static final Document OLD = record("adr/0004-keep-a-log.md", "4. Keep a log");
    private static final Document ENHANCEMENT = record("keps/sig-a/0871-fast/README.md", "Fast");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0004-keep-a-log.md",
                "./0004-keep-a-log.md#decision",
                "../adr/0004-keep-a-log.md",
                "https://example.org/blob/main/docs/adr/0004-keep-a-log.md",
                "0004",
                "4",
                "ADR-0004",
                "ADR 4",
                "Keep a log"
            })
    void a_record_is_found_by_link_number_or_title(String written) {
        var fresh = record("adr/0007-append-only.md", "7. Append only", new Relation(Kind.SUPERSEDES, written));

        var resolved = Relations.resolve(List.of(OLD, fresh));

        assertThat(resolved.orphans()).isEmpty();
        assertThat(resolved.documents().get(1).metadata().relations())
                .containsExactly(new Relation(Kind.SUPERSEDES, OLD.path()));
    }

    @Test
    void an_absolute_path_to_a_folder_means_the_readme_in_it() {
        var fresh = record(
                "keps/sig-b/1042-quiet/README.md", "Quiet", new Relation(Kind.SUPERSEDES, "/keps/sig-a/0871-fast"));

        assertThat(Relations.resolve(List.of(ENHANCEMENT, fresh))
                        .documents()
                        .get(1)
                        .metadata()
                        .relations())
                .containsExactly(new Relation(Kind.SUPERSEDES, ENHANCEMENT.path()));
    }

    @Test
    void a_number_that_two_folders_have_means_the_one_beside() {
        var elsewhere = record("other/0004-something.md", "Something");
        var fresh = record("adr/0007-append-only.md", "Append only", new Relation(Kind.SUPERSEDES, "4"));

        assertThat(Relations.resolve(List.of(elsewhere, OLD, fresh))
                        .documents()
                        .get(2)
                        .metadata()
                        .relations())
                .containsExactly(new Relation(Kind.SUPERSEDES, OLD.path()));
    }

    @Test
    void a_relation_that_leads_nowhere_is_reported_and_kept_as_written() {
        var relation = new Relation(Kind.SUPERSEDED_BY, "0099-gone.md");

        var resolved = Relations.resolve(List.of(record("adr/0001-a.md", "A", relation)));

        assertThat(resolved.orphans()).containsExactly(new Relations.Orphan("adr/0001-a.md", relation));
        assertThat(resolved.documents().getFirst().metadata().relations()).containsExactly(relation);
    }

    @Test
    void records_that_supersede_each_other_are_a_circle_told_once() {
        var one = record("1.md", "One", new Relation(Kind.SUPERSEDED_BY, "2.md"));
        var two = record("2.md", "Two", new Relation(Kind.SUPERSEDED_BY, "3.md"));
        var three = record(
                "3.md", "Three", new Relation(Kind.SUPERSEDED_BY, "1.md"), new Relation(Kind.SUPERSEDES, "2.md"));

        assertThat(Relations.resolve(List.of(three, one, two)).circles())
                .containsExactly(List.of("1.md", "2.md", "3.md"));
    }

    private static Document record(String path, String title, Relation... relations) {
        var metadata = new Metadata(title, Optional.empty(), "", Status.NONE, List.of(), List.of(relations), Map.of());
        var extracted = new Extracted("text/markdown", "en", Content.EMPTY, List.of(), List.of(), List.of());
        return new Document(
                path,
                path,
                extracted,
                metadata,
                new Recognition("nygard", List.of()),
                new Outline(List.of(), List.of()),
                List.of());
    }
}
