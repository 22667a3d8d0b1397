package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.TextFolder;
import dev.touchstone.web.app.Wiring;
import dev.touchstone.web.json.AuditReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with the real parts, which are opened once: worker processes, language models, index. */
class AuditEndToEndTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - id: candour
                name: Candour
                statement: We say openly what is so, early, to everybody whom it concerns.
                alternative: Keep worries inside until they are certain.
                behaviours: [Faults are published., Bad news is told on the day.]
                counter_behaviours: [A fault is hidden from those whom it hurts.]
                terms: [candour, openly, publish, transparent]
              - id: thrift
                name: Thrift
                statement: We spend the harbour's money as if it were our own.
                alternative: Buy the best and be comfortable.
                behaviours: [The cheaper way that does the work is taken.]
                counter_behaviours: [Money is spent without need.]
                terms: [thrift, cheaper, cost, money]
              - id: safety
                name: Safety
                statement: Nobody is hurt by our work.
                alternative: Speed, with risks that are known.
                behaviours: [Work stops when it is not safe.]
                counter_behaviours: [A risk to people is accepted.]
                terms: [safety, safe, hurt, accident]
            """;
    private static final String RADAR = """
            ---
            status: accepted
            date: 2024-05-01
            decision-makers: The harbour master
            ---
            # Publish the radar picture

            ## Context and Problem Statement

            Small boats cannot see what we see. Two accidents last year would not have happened with our picture.

            ## Considered Options

            * Publish the picture openly
            * Sell it to the shipping lines

            ## Decision Outcome

            Chosen option: "Publish the picture openly", because everybody on the water is safer when all see the same picture.

            ### Consequences

            * Good, because we tell boats openly what we know.
            * Bad, because it costs the harbour the money that the shipping lines would pay.
            """;
    private static final String LAMPS = """
            # 7. Buy plain lamps

            Date: 2023-02-01

            ## Status

            Accepted

            ## Context

            The lamps of the pier are twenty years old.

            ## Decision

            We buy plain lamps, because they are cheaper and do the same work.

            ## Consequences

            Less money is spent each year.
            """;

    private static final Parts PARTS = Wiring.open();

    @TempDir
    private static Path folder;

    private final TestingTerminal terminal = new TestingTerminal(false);

    @BeforeAll
    static void writeTheCollection() throws IOException {
        write("charter.yaml", CHARTER.getBytes(StandardCharsets.UTF_8));
        write("records/pilots/radar.md", RADAR.getBytes(StandardCharsets.UTF_8));
        write("records/works/0007-buy-plain-lamps.md", LAMPS.getBytes(StandardCharsets.UTF_8));
        write("records/works/broken.pdf", "%PDF-1.7\n1 0 obj\n<<".getBytes(StandardCharsets.UTF_8));
        Files.createDirectories(folder.resolve("records/old"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("records/old/archive.zip")))) {
            zip.putNextEntry(new ZipEntry("ropes.md"));
            zip.write("# Ropes\n\n## Decision\n\nWe buy new ropes, because worn ones are not safe.\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void close() {
        PARTS.close();
    }

    @Test
    void a_folder_becomes_an_audit_with_its_evidence_and_a_second_run_gives_the_same_bytes() throws IOException {
        assertThat(audit("--out", folder.resolve("out").toString())).isEqualTo(ExitCode.FAILURES);
        assertThat(terminal.out()).contains("Failed: 1 document\n  works/broken.pdf: ");
        var first = bytes(folder.resolve("out"));

        var audit = read(folder.resolve("out"));
        assertThat(audit.all().map(Entry::path))
                .containsExactly(
                        "old/archive.zip",
                        "old/archive.zip!/ropes.md",
                        "pilots/radar.md",
                        "works/0007-buy-plain-lamps.md",
                        "works/broken.pdf");
        everyQuoteStandsInItsText(audit);
        radarIsUnderstood(audit);
        assertThat(decisions(audit, "old/archive.zip")).isZero();
        assertThat(decisions(audit, "old/archive.zip!/ropes.md")).isEqualTo(1);
        assertThat(first).containsKeys("audit.json", "references.csv", "report.html");

        audit("--out", folder.resolve("out").toString());

        assertThat(bytes(folder.resolve("out"))).isEqualTo(first);
    }

    private static void everyQuoteStandsInItsText(Audit audit) {
        var texts = new TextFolder(folder.resolve("out/text"));
        audit.all().forEach(entry -> {
            if (!(entry.outcome() instanceof Audited audited)) return;
            var text = texts.text(entry.sha256()).orElseThrow();
            Stream.concat(
                            audited.references().stream().map(Reference::evidence),
                            audited.doubts().stream().map(Doubt::evidence))
                    .forEach(evidence -> assertThat(evidence.span().of(text)).isEqualTo(evidence.quote()));
        });
    }

    private static void radarIsUnderstood(Audit audit) {
        var radar = audit.all()
                .filter(entry -> entry.path().equals("pilots/radar.md"))
                .findFirst()
                .orElseThrow();
        assertThat(radar.outcome()).isInstanceOfSatisfying(Audited.class, audited -> {
            assertThat(audited.recognition().format()).isEqualTo("madr4");
            assertThat(audited.metadata().title()).isEqualTo("Publish the radar picture");
            assertThat(audited.metadata().date()).hasToString("Optional[2024-05-01]");
            assertThat(audited.references()).isNotEmpty();
        });
        assertThat(audit.all().filter(entry -> entry.outcome() instanceof Failed))
                .hasSize(1);
    }

    private static int decisions(Audit audit, String path) {
        return audit.all()
                .filter(entry -> entry.path().equals(path) && entry.outcome() instanceof Audited)
                .mapToInt(entry -> ((Audited) entry.outcome()).scorecards().size())
                .sum();
    }

    @Test
    void what_was_audited_into_a_home_can_be_searched() {
        var home = folder.resolve("home").toString();
        assertThat(audit("--home", home)).isEqualTo(ExitCode.FAILURES);

        assertThat(run("search", "radar picture", "--home", home)).isZero();

        assertThat(terminal.out()).contains("pilots/radar.md");
    }

    private int audit(String... options) {
        var records = folder.resolve("records").toString();
        var charter = folder.resolve("charter.yaml").toString();
        var arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"audit", records, "--charter", charter}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        return CommandLines.run(terminal.terminal(), () -> new SharedParts(PARTS), arguments);
    }

    private static Audit read(Path out) throws IOException {
        var charter = CharterFile.read(folder.resolve("charter.yaml")).charter();
        return AuditReader.read(Files.readString(out.resolve("audit.json")), charter, "audit.json");
    }

    /** All files of a folder by name, as text. */
    private static Map<String, String> bytes(Path out) throws IOException {
        var files = new TreeMap<String, String>();
        try (var all = Files.walk(out)) {
            for (var file : all.filter(Files::isRegularFile).toList())
                files.put(out.relativize(file).toString(), Files.readString(file));
        }
        return files;
    }

    private static void write(String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
