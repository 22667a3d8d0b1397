package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.web.testing.TestingParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateAuditTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., alternative: Hush., behaviours: [Say.], terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., alternative: Spend., behaviours: [Save.], terms: [cost]}
              - {id: care, name: Care, statement: Mind it., alternative: Dare., behaviours: [Mind.], terms: [safe]}
            """;

    /** To the testing engine each term is a reason that the choice serves. */
    private static final String RADAR = "We tell all ships.\nIt has its cost.\n";

    @TempDir
    private Path folder;

    private final TestingTerminal terminal = new TestingTerminal(false);

    @BeforeEach
    void writeTheCollection() throws IOException {
        write("charters/harbour.yaml", CHARTER);
        write("corpus/harbour/radar.md", RADAR);
        write("corpus/harbour/bug.md", "BUG");
    }

    @Test
    void an_audit_is_measured_at_the_places_that_were_judged_and_no_other_document_is_audited() throws IOException {
        places(
                reference("candour", 0, 18, "chosen", "served"),
                reference("thrift", 19, 35, "chosen", "given_up"),
                place("\"kind\": \"verdict\", \"value\": \"care\", \"presence\": \"silent\", \"sides\": \"none\""),
                place("\"kind\": \"trade_off\", \"gave_way\": \"thrift\", \"to\": \"candour\", \"given_up\": [19, 35],"
                        + " \"served\": [0, 18], \"label\": true"));

        assertThat(run()).isZero();

        assertThat(terminal.out()).isEqualTo("""
                right of those judged                           all documents                 looked at  held back
                trade-offs reported                                         -                         -          -
                references reported                  1.000 [1.000, 1.000] 2/2  1.000 [1.000, 1.000] 2/2          -
                about, of true references            1.000 [1.000, 1.000] 2/2  1.000 [1.000, 1.000] 2/2          -
                effect, of true references           0.500 [0.500, 0.500] 1/2  0.500 [0.500, 0.500] 1/2          -
                verdict: at work, mentioned, silent  1.000 [1.000, 1.000] 1/1  1.000 [1.000, 1.000] 1/1          -
                verdict: sides, where at work                               -                         -          -
                documents                                                   1                         1          0

                no longer reported: 1 trade-offs that are some, 0 that are none; 0 references that are some, 0 that are none
                """);
    }

    @Test
    void a_run_is_compared_with_the_figures_of_an_earlier_one() throws IOException {
        places(reference("thrift", 19, 35, "chosen", "given_up"));
        write(
                "figures.yaml",
                "evaluate-audit:\n  tolerance: 0.01\n  figures: {all: {figures: {about: {share: 1.0}, effect: {share: 1.0}}}}\n");

        assertThat(run("--json", "--expect", folder.resolve("figures.yaml").toString()))
                .isEqualTo(1);

        assertThat(terminal.out()).startsWith("{\n  \"all\": {\n    \"documents\": 1,");
        assertThat(terminal.err())
                .contains("effect.share: measured 0.000, expected 1.0")
                .doesNotContain("about.share");
    }

    @Test
    void a_document_that_is_not_there_is_named_with_the_line_of_its_label() throws IOException {
        Files.delete(folder.resolve("corpus/harbour/radar.md"));

        places(reference("thrift", 19, 35, "chosen", "served"));

        fails("places.jsonl:1: corpus/harbour has no document radar.md; get the collection that was judged");
    }

    @Test
    void a_document_that_has_changed_is_not_the_one_that_was_judged() throws IOException {
        places(reference("thrift", 19, 35, "chosen", "served"));
        write("corpus/harbour/radar.md", RADAR + "Changed.\n");

        fails(
                "places.jsonl:1: corpus/harbour/radar.md is not the document that was judged: its SHA-256 differs; get that version");
    }

    @Test
    void a_label_that_is_not_as_it_must_be_is_named_with_its_fault() throws IOException {
        places(reference("speed", 19, 35, "chosen", "served"));
        fails("places.jsonl:1: the charter of Harbour Pilots has no value 'speed'; it has candour, thrift, care");
    }

    @Test
    void a_word_that_no_label_has_is_refused_with_those_that_it_may_have() throws IOException {
        places(reference("thrift", 19, 35, "chosen", "saved"));
        fails("places.jsonl:1: 'saved' is none of served, given_up, motivates, none");
    }

    @Test
    void a_range_that_is_none_is_refused() throws IOException {
        places(reference("thrift", 35, 19, "chosen", "served"));
        fails("places.jsonl:1: 'span' is no range; write [start, end]");
    }

    private void fails(String line) {
        assertThat(run()).isEqualTo(2);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err().replace(folder + "/", "")).isEqualTo("touchstone: " + line + "\n");
    }

    private int run(String... more) {
        var arguments = new String[7 + more.length];
        var given = new String[] {
            "evaluate-audit",
            "--places",
            folder.resolve("places.jsonl").toString(),
            "--corpus",
            folder.resolve("corpus").toString(),
            "--charters",
            folder.resolve("charters").toString()
        };
        System.arraycopy(given, 0, arguments, 0, given.length);
        System.arraycopy(more, 0, arguments, given.length, more.length);
        return CommandLines.run(terminal.terminal(), TestingParts::new, arguments);
    }

    private void places(String... lines) throws IOException {
        write("places.jsonl", String.join("\n", lines) + "\n");
    }

    private static String reference(String value, int start, int end, String about, String effect) {
        return place(("\"kind\": \"reference\", \"value\": \"%s\", \"span\": [%d, %d], \"label\": true,"
                        + " \"about\": \"%s\", \"effect\": \"%s\"")
                .formatted(value, start, end, about, effect));
    }

    private static String place(String rest) {
        return "{\"collection\": \"harbour\", \"path\": \"radar.md\", \"sha256\": \"%s\", %s}"
                .formatted(Sha256.of(RADAR), rest);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
