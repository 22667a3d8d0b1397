package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Bench;
import dev.touchstone.web.app.Bench.Measured;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Samples;
import dev.touchstone.web.app.Scratch;
import dev.touchstone.web.json.BenchForm;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.ui.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures a whole audit by stage, the memory of the program and its workers, and the encoder alone on the"
                        + " same sentences; without a path on the samples.",
        footer = {"", "Examples:", "  touchstone bench", "  touchstone bench decisions --charter charter.yaml --json"})
final class BenchCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders to audit.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--charter", paramLabel = "FILE", description = "The organisation's values; needed with a path.")
    private Optional<Path> charter = Optional.empty();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often the encoder alone is measured; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--json", description = "Print the figures as one JSON document and nothing else.")
    private boolean json;

    BenchCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        if (rounds < 1) throw new BadInput("--rounds: give a number from 1 on");
        if (paths.isEmpty() != charter.isEmpty())
            throw new BadInput("bench: give PATH and --charter together, or neither for the samples");
        for (var path : paths)
            if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder; check the path");
        var from = paths.isEmpty() ? List.of(Samples.found().records()) : paths;
        var values = CharterFile.read(charter.orElseGet(() -> Samples.found().charter()))
                .charter();
        try (var opened = parts.get();
                var scratch = Scratch.make("touchstone-bench-");
                var progress = new ProgressLine(terminal)) {
            var form = form(new Bench(opened, scratch.folder(), Report::render).run(values, from, rounds, progress));
            if (json) terminal.out().print(Json.text(form));
            else show(form);
        }
    }

    private static BenchForm form(Measured measured) {
        var whole = perSecond(measured.sentences(), measured.wall());
        var bare = perSecond(measured.sentences(), measured.bareMedian().wall());
        return new BenchForm(
                measured.documents(),
                measured.sentences(),
                seconds(measured.wall()),
                seconds(measured.cpu()),
                whole,
                measured.stages().stream()
                        .map(stage -> new BenchForm.Stage(stage.name(), seconds(stage.wall()), seconds(stage.cpu())))
                        .toList(),
                measured.memory().server(),
                measured.memory().workers(),
                seconds(measured.bareMedian().wall()),
                seconds(measured.bareMedian().cpu()),
                bare,
                quotient(whole, bare),
                quotient(seconds(measured.bareMedian().cpu()), seconds(measured.cpu())));
    }

    private static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? BigDecimal.ZERO : dividend.divide(divisor, 3, RoundingMode.HALF_UP);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    private static BigDecimal perSecond(int sentences, Duration wall) {
        var millis = Math.max(1, wall.toMillis());
        return BigDecimal.valueOf(1000L * sentences).divide(BigDecimal.valueOf(millis), 1, RoundingMode.HALF_UP);
    }

    private void show(BenchForm form) {
        terminal.print("%d documents, %d sentences".formatted(form.documents(), form.sentences()));
        terminal.print("");
        var table = new Table("stage", "wall seconds", "CPU seconds");
        for (var stage : form.stages()) table.row(stage.stage(), stage.wallSeconds(), stage.cpuSeconds());
        table.row("all", form.wallSeconds(), form.cpuSeconds());
        table.lines().forEach(terminal::print);
        terminal.print("");
        terminal.print("whole pipeline: %s sentences a second".formatted(form.sentencesPerSecond()));
        terminal.print("encoder alone:  %s sentences a second (%s seconds, %s CPU seconds)"
                .formatted(form.bareLoopSentencesPerSecond(), form.bareLoopSeconds(), form.bareLoopCpuSeconds()));
        terminal.print("ratio:          %s by the clock, %s by CPU time".formatted(form.ratio(), form.cpuRatio()));
        terminal.print("memory at the most: program %d MB, workers %d MB, together %d MB"
                .formatted(
                        form.serverMegabytes(),
                        form.workersMegabytes(),
                        form.serverMegabytes() + form.workersMegabytes()));
    }
}
