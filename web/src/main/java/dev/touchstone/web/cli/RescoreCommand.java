package dev.touchstone.web.cli;

import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Intake;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rescore",
        mixinStandardHelpOptions = true,
        description =
                "Scores all that a home holds anew: against a new version of the charter, with another model, or with what"
                        + " repeats across all that it holds by now. Until all of it is done people see what they saw before.",
        footer = {
            "",
            "Examples:",
            "  touchstone rescore --home home",
            "  touchstone rescore --home home --charter charter-2.yaml"
        })
final class RescoreCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    @Option(
            names = "--charter",
            paramLabel = "FILE",
            description = "A new version of the organisation's charter; in force from today on.")
    private Optional<Path> charter = Optional.empty();

    @Mixin
    private ModelOption model = new ModelOption();

    RescoreCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var folder = new HomeFolder(home);
        folder.check();
        charter.ifPresent(
                file -> CharterFile.read(file).warnings().forEach(warning -> terminal.say("warning: " + warning)));
        var weights = model.weights();
        var bigger = model.bigger();
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            try (var intake = Intake.open(folder, opened, opened.engine(Optional.empty(), weights, bigger));
                    var progress = new ProgressLine(terminal)) {
                intake.rescore(charter, progress);
                AuditTable.lines(intake.everything()).forEach(terminal::print);
            }
        }
    }
}
