package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Settings;
import dev.touchstone.web.app.Wiring;
import dev.touchstone.web.testing.TestingChat;
import dev.touchstone.web.testing.TestingChat.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a bigger model behind an address: calibrated, measured, used, and used again without it. */
class BiggerModelEndToEndTest {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: openness, name: Openness, statement: Anyone can read what we decide and why., alternative: Decide in a small circle., behaviours: [Records are published.], terms: [open, publish]}
              - {id: thrift, name: Thrift, statement: We spend as little as does the job., alternative: Buy the best., behaviours: [Costs are counted.], terms: [cost]}
              - {id: care, name: Care, statement: Nobody who relies on us is left standing., alternative: Move fast., behaviours: [Ships are told in time.], terms: [safe]}
            """;

    @TempDir
    private Path folder;

    /** What the model would say: the value is at work wherever tides are spoken of, if it is openness. */
    private static Reply tides(String body) {
        var yes = body.contains("tide") && body.contains("Openness");
        return Reply.saying(
                "{\"bears\": \"%s\", \"probability\": %s}".formatted(yes ? "yes" : "no", yes ? 0.97 : 0.02));
    }

    @Test
    void a_model_elsewhere_is_calibrated_measured_and_used_and_its_answers_repeat_without_it() throws IOException {
        write("charter.yaml", CHARTER);
        write("model/model.yaml", "kind: endpoint\n");
        write("gold.jsonl", gold());
        write("records/secret-project/0001-tide-tables.md", """
                # Tide tables

                Author: Ada Quill

                ## Decision

                The tide is told to whoever asks, and the table is open to all, so that anyone can see why a ship has to wait.
                The lamps are green.
                """);
        var out = folder.resolve("out");
        var again = folder.resolve("again");
        String[] measure = {"--gold", path("gold.jsonl"), "--charters", path("charter.yaml"), "--model", path("model")};
        String[] audit = {path("records"), "--charter", path("charter.yaml"), "--model", path("model"), "--out"};
        try (var chat = new TestingChat(BiggerModelEndToEndTest::tides);
                var parts = parts(chat.address())) {
            var early = run(parts, "evaluate", measure);
            assertThat(early.code()).as("not calibrated yet").isEqualTo(ExitCode.BAD_INPUT);
            assertThat(early.terminal().err())
                    .contains("this bigger model is not calibrated; run: touchstone calibrate");
            assertThat(chat.bodies()).as("nothing is sent before").isEmpty();

            var calibrated = run(parts, "calibrate", measure);
            assertThat(calibrated.terminal().err()).startsWith("touchstone: warning: to the model tiny at 127.0.0.1:");
            assertThat(calibrated.code()).isEqualTo(ExitCode.DONE);
            assertThat(calibrated.terminal().out())
                    .contains("learnt from the model's answers to 120 of 120 pairs", "judge.yaml; use it with: ");

            // Every pair is doubtful from here on, so that a document of two sentences has some.
            var judge = folder.resolve("model/judge.yaml");
            Files.writeString(
                    judge,
                    Files.readString(judge).replaceAll("from: \\d+", "from: 0").replaceAll("to: \\d+", "to: 1000"));
            var measured = run(parts, "evaluate", measure);
            assertThat(measured.code()).isEqualTo(ExitCode.DONE);
            assertThat(measured.terminal().err()).contains("warning: to the model tiny at 127.0.0.1:");

            var audited = run(parts, "audit", with(audit, out));
            assertThat(audited.code()).isEqualTo(ExitCode.DONE);
            assertThat(audited.terminal().err()).contains("warning: to the model tiny at 127.0.0.1:");
            assertThat(chat.bodies())
                    .anyMatch(body -> body.contains("The tide is told"))
                    .noneMatch(body -> body.contains("secret-project") || body.contains("0001"))
                    .noneMatch(body -> body.contains("Quill"));

            chat.stop();
            assertThat(run(parts, "audit", with(audit, again)).code()).isEqualTo(ExitCode.DONE);
        }
        assertThat(Files.readString(out.resolve("references.csv"))).contains("The tide is told to whoever asks");
        assertThat(Files.readString(out.resolve("audit.json")))
                .contains(" second-endpoint-tiny@127.0.0.1-prompt-1 ", "\"outcome\": \"audited\"");
        assertThat(again.resolve("audit.json")).hasSameTextualContentAs(out.resolve("audit.json"));
    }

    @Test
    void without_leave_a_model_elsewhere_is_not_asked() throws IOException {
        write("charter.yaml", CHARTER);
        write("model/model.yaml", "kind: endpoint\n");
        write("gold.jsonl", gold());
        Ended ended;
        try (var parts = parts("")) {
            ended = run(
                    parts,
                    "calibrate",
                    "--gold",
                    path("gold.jsonl"),
                    "--charters",
                    path("charter.yaml"),
                    "--model",
                    path("model"));
        }
        assertThat(ended.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ended.terminal().err())
                .contains("its model.yaml says endpoint, and TOUCHSTONE_ANNOTATOR_URL is not set;")
                .hasLineCount(1);
    }

    private static String[] with(String[] arguments, Path out) {
        var longer = Arrays.copyOf(arguments, arguments.length + 1);
        longer[arguments.length] = out.toString();
        return longer;
    }

    private static String gold() {
        var lines = new StringBuilder();
        for (var i = 1; i <= 20; i++) {
            lines.append(line(2 * i, "The tide of day %d is on the board.".formatted(i), "{\"value\": \"openness\"}"));
            lines.append(line(2 * i + 1, "Lamp number %d has three parts.".formatted(i), ""));
        }
        return lines.toString();
    }

    private static String line(int number, String sentence, String label) {
        return """
                {"id": "%d", "org": "harbour", "doc": "d%d.md", "sentence": "%s", "labels": [%s]}
                """.formatted(number, number % 7, sentence, label);
    }

    private record Ended(int code, TestingTerminal terminal) {}

    private Parts parts(String address) {
        var environment = Map.of(
                "TOUCHSTONE_CACHE",
                path("cache"),
                "TOUCHSTONE_ANNOTATOR_URL",
                address,
                "TOUCHSTONE_ANNOTATOR_HOSTS",
                "127.0.0.1",
                "TOUCHSTONE_ANNOTATOR_MODEL",
                "tiny");
        return Wiring.open(Settings.of(environment, folder));
    }

    private static Ended run(Parts parts, String command, String... arguments) {
        var terminal = new TestingTerminal(false);
        var all = new String[arguments.length + 1];
        all[0] = command;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var code = CommandLines.run(terminal.terminal(), () -> new SharedParts(parts), all);
        return new Ended(code, terminal);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
