package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
        footer = {
            "",
            "Examples:",
            "  touchstone ingest decisions --home home",
            "  touchstone ingest decisions --home home --watch"
        })
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

    @Option(
            names = "--watch",
            description =
                    "Then go on, and follow the folder until the program is told to end: see touchstone serve --help,"
                            + " which can follow one too.")
    private boolean watch;

    IngestCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var folder = new HomeFolder(home);
        folder.check();
        var formats = collection.formats();
        if (formats.isPresent() && Intake.isServed(folder))
            throw new BadInput("--formats: %s is being served, and its service would read with the formats that it has;"
                            .formatted(home)
                    + " stop it first, or leave --formats out");
        var weights = model.weights();
        var bigger = model.bigger();
        var sources = collection.sources(terminal, List.of(home));
        if (watch) checkFolder();
        if (!watch) return ingest(folder, sources, formats, weights, bigger, _ -> {});
        try (var ending = Ending.ofProcess()) {
            var code = ingest(folder, sources, formats, weights, bigger, archive -> follow(archive, ending));
            ending.complete();
            return code;
        }
    }

    private int ingest(
            HomeFolder folder,
            Sources sources,
            Optional<Path> formats,
            Optional<Weights> weights,
            Optional<OwnModel> bigger,
            Consumer<Archive> then) {
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            var engine = opened.engine(formats, weights, bigger);
            try (var intake = watch ? Archive.open(folder, opened, engine) : Intake.open(folder, opened, engine)) {
                try (var progress = new ProgressLine(terminal)) {
                    intake.ingest(into, sources, progress);
                }
                var audit = intake.everything();
                AuditTable.lines(audit).forEach(terminal::print);
                if (intake instanceof Archive archive) then.accept(archive);
                return AuditCommand.ended(audit);
            }
        }
    }

    private void checkFolder() {
        if (!Files.isDirectory(collection.folder()))
            throw new BadInput("--watch: %s is no folder".formatted(collection.folder()));
    }

    private void follow(Archive archive, Ending ending) {
        terminal.out().flush();
        try (var watched = WatchOptions.watched(
                terminal, archive, into, collection.folder(), () -> collection.documents(List.of(home)))) {
            watched.start();
            ending.await();
        }
    }
}
