package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.web.app.Bench;
import dev.touchstone.web.app.Bench.Measured;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Samples;
import dev.touchstone.web.app.Scratch;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.archive.RescoreBench;
import dev.touchstone.web.json.BenchForm;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.RescoreForm;
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
        footer = {
            "",
            "Examples:",
            "  touchstone bench",
            "  touchstone bench decisions --charter charter.yaml --json",
            "  touchstone bench decisions --charter charter.yaml --changed charter-2.yaml"
        })
final class BenchCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders to audit.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--charter", paramLabel = "FILE", description = "The organisation's values; needed with a path.")
    private Optional<Path> charter = Optional.empty();

    @Option(
            names = "--changed",
            paramLabel = "FILE",
            description =
                    "Another version of the charter: measures how long a home takes to be scored anew against it, and"
                            + " whether a new home says the same.")
    private Optional<Path> changed = Optional.empty();

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
        var before = charter.orElseGet(() -> Samples.found().charter());
        if (changed.isPresent()) rescoring(from, before, changed.get());
        else auditing(from, CharterFile.read(before).charter());
    }

    private void rescoring(List<Path> from, Path before, Path after) {
        checkChange(CharterFile.read(before).charter(), CharterFile.read(after).charter(), after);
        try (var scratch = Scratch.make("touchstone-bench-");
                var progress = new ProgressLine(terminal)) {
            var sources = Sources.in(from, Sources.Selection.ALL);
            var form = form(new RescoreBench(parts, scratch.folder()).run(before, after, sources, progress));
            if (json) terminal.out().print(Json.text(form));
            else show(form);
        }
    }

    /** What a home would refuse after a first ingest of everything. */
    private static void checkChange(Charter before, Charter after, Path file) {
        if (!after.organisation().equals(before.organisation()))
            throw new BadInput(
                    "--changed: %s is the charter of %s, and the other one that of %s; give a version of the same"
                            .formatted(file, after.organisation(), before.organisation()));
        if (after.version() == before.version())
            throw new BadInput("--changed: %s is version %d as well; write another 'version' into it"
                    .formatted(file, after.version()));
    }

    private void auditing(List<Path> from, Charter values) {
        try (var opened = parts.get();
                var scratch = Scratch.make("touchstone-bench-");
                var progress = new ProgressLine(terminal)) {
            var form = form(new Bench(opened, scratch.folder(), Report::render).run(values, from, rounds, progress));
            if (json) terminal.out().print(Json.text(form));
            else show(form);
        }
    }

    private static RescoreForm form(RescoreBench.Measured measured) {
        return new RescoreForm(
                measured.documents(),
                measured.sentences(),
                seconds(measured.anew().wall()),
                seconds(measured.anew().cpu()),
                perSecond(measured.sentences(), measured.anew().wall()),
                seconds(measured.fresh().wall()),
                seconds(measured.fresh().cpu()),
                measured.different());
    }

    private void show(RescoreForm form) {
        terminal.print("%d documents, %d sentences".formatted(form.documents(), form.sentences()));
        var table = new Table("", "wall seconds", "CPU seconds");
        table.row("scored anew", form.wallSeconds(), form.cpuSeconds());
        table.row("a new home", form.freshWallSeconds(), form.freshCpuSeconds());
        table.lines().forEach(terminal::print);
        terminal.print("scored anew: %s sentences a second; %d documents differ from those of the new home"
                .formatted(form.sentencesPerSecond(), form.different()));
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
