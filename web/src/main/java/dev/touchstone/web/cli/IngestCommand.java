package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Intake;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Takes documents into a home and scores them against its charter. Other bytes at a path that is there"
                        + " already are a new version of that document.",
        footer = {"", "Example:", "  touchstone ingest decisions --home home"})
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Mixin
    private CollectionOptions collection = new CollectionOptions();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description =
                    "The collection that the documents join, such as a team's; made when there is none with this name"
                            + " (default: ${DEFAULT-VALUE}).")
    private String into = HomeFolder.MAIN;

    IngestCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var folder = new HomeFolder(home);
        folder.check();
        var formats = collection.formats();
        var weights = model.weights();
        var bigger = model.bigger();
        var sources = collection.sources(terminal, List.of(home));
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            try (var intake = Intake.open(folder, opened, opened.engine(formats, weights, bigger));
                    var progress = new ProgressLine(terminal)) {
                intake.ingest(into, sources, progress);
                var audit = intake.everything();
                AuditTable.lines(audit).forEach(terminal::print);
                return AuditCommand.ended(audit);
            }
        }
    }
}
