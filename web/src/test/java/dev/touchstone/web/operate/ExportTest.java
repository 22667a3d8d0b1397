package dev.touchstone.web.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.web.app.Auditing;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Scope;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.Sources.Selection;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.ReferencesCsv;
import dev.touchstone.web.operate.Export.Format;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    @TempDir
    private Path temporary;

    private OperatedHome home;

    @BeforeEach
    void fill() {
        home = OperatedHome.filled(temporary.resolve("home"), OperatedParts.at(InstantSource.system()));
    }

    @Test
    void tables_and_lines_say_what_the_audit_says() {
        try (var archive = home.open()) {
            var audit = archive.seenBy(Viewer.local("")).audit();
            var csv = new StringBuilder();
            ReferencesCsv.write(audit, csv);

            assertThat(exported(Format.JSON, Optional.empty())).isEqualTo(Json.text(AuditWriter.form(audit)));
            assertThat(exported(Format.CSV, Optional.empty())).isEqualTo(csv.toString());
            assertThat(exported(Format.JSONL, Optional.empty()).lines())
                    .hasSize(6)
                    .isEqualTo(audit.entries().stream()
                            .map(entry -> Json.line(AuditWriter.document(entry)))
                            .toList());
        }
    }

    @Test
    void annotations_point_into_the_texts_that_the_home_keeps() throws IOException {
        try (var archive = home.open()) {
            var seen = archive.seenBy(Viewer.local(""));
            var graph = new ObjectMapper()
                    .readTree(exported(Format.JSONLD, Optional.empty()))
                    .path("@graph");
            assertThat(graph).hasSizeGreaterThan(3).hasSize((int) seen.audit()
                    .all()
                    .filter(entry -> entry.outcome() instanceof Audited)
                    .mapToLong(entry -> ((Audited) entry.outcome()).references().size())
                    .sum());
            for (var annotation : graph) {
                var path = annotation.path("target").path("source").path("path").asText();
                var entry = seen.audit()
                        .all()
                        .filter(one -> one.path().equals(path))
                        .findFirst();
                var text = seen.text(entry.orElseThrow().sha256()).orElseThrow();
                var position = annotation.path("target").path("selector").path(0);
                assertThat(text.substring(
                                text.offsetByCodePoints(
                                        0, position.path("start").asInt()),
                                text.offsetByCodePoints(0, position.path("end").asInt())))
                        .isEqualTo(annotation
                                .path("target")
                                .path("selector")
                                .path(1)
                                .path("exact")
                                .asText());
            }
        }
    }

    @Test
    void one_collection_has_nothing_of_the_others() {
        assertThat(exported(Format.JSONL, Optional.of("board")).lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"path\":\"board:"));
        assertThatThrownBy(() -> exported(Format.CSV, Optional.of("nobody")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no collection nobody in");
    }

    @Test
    void an_export_is_in_the_audit_log() {
        exported(Format.CSV, Optional.of("board"));

        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            var last = ledger.read(transaction ->
                            transaction.log().after(transaction.log().head().sequence() - 1, 1))
                    .getFirst();
            assertThat(last.act()).isEqualTo("audit.exported");
            assertThat(last.subject()).isEqualTo("board");
        }
    }

    @Test
    void no_cell_is_a_formula() throws IOException {
        var hostile = List.of(
                "=HYPERLINK(\"http://x.example\") tell", "+tell", "-tell", "@tell", "＝tell", "＋tell", "－tell", "＠tell");
        try (var archive = home.open()) {
            for (var text : hostile)
                OperatedHome.ingest(
                        archive,
                        "records",
                        List.of(new Field("title", text, Origin.MANIFEST)),
                        text.replaceAll("[/ ]", "") + ".md",
                        text + "\n");
        }
        bundle();

        for (var table : List.of("references.csv", "documents/manifest.csv"))
            for (var record : CSVFormat.RFC4180.parse(new StringReader(
                    Files.readString(temporary.resolve("bundle").resolve(table)))))
                for (var cell : record)
                    assertThat(cell).as(table).doesNotMatch("(?s)^[\\s\\p{Cf}]*[=+\\-@＝＋－＠\\t\\r].*");
    }

    @Test
    void a_bundle_is_all_that_it_takes_to_repeat_the_audit() throws IOException {
        try (var archive = home.open()) {
            archive.rescore(Optional.empty(), Progress.NONE);
        }
        bundle();

        var bundle = temporary.resolve("bundle");
        assertThat(bundle.resolve("README.md")).content().contains("diff audit.json again/audit.json");
        var sources = Sources.in(List.of(bundle.resolve("documents")), Selection.ALL);
        var repeated = new Auditing(
                        CharterFile.read(bundle.resolve("charter.yaml")).charter(),
                        sources.sources(),
                        List.of(),
                        Scope.ALL)
                .run(TestingEngine.engine(), Sink.NONE, Progress.NONE)
                .audit();
        assertThat(repeated.entries()).hasSize(6);
        try (var archive = home.open()) {
            assertThat(repeated.summary())
                    .isEqualTo(archive.seenBy(Viewer.local("")).audit().summary());
        }
    }

    private void bundle() {
        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            new Export(home.folder(), ledger, Optional.empty(), TestingEngine::engine)
                    .bundle(temporary.resolve("bundle"));
        }
    }

    private String exported(Format format, Optional<String> collection) {
        var out = new StringWriter();
        try (var ledger = home.parts().ledger(home.folder().ledger())) {
            new Export(home.folder(), ledger, collection, TestingEngine::engine).write(format, out);
        }
        return out.toString();
    }
}
