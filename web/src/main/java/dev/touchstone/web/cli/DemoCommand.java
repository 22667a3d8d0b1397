package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.web.app.Auditing;
import dev.touchstone.web.app.FolderHome;
import dev.touchstone.web.app.HomeFolder;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Samples;
import dev.touchstone.web.app.Scope;
import dev.touchstone.web.app.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Audits the sample organisation that comes with Touchstone, and serves the result on this machine.",
        footer = {"", "Ends with Ctrl-C or SIGTERM, and then with 0.", "", "Example:", "  touchstone demo"})
final class DemoCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for the demo's home; without it a temporary one.")
    private Optional<Path> home = Optional.empty();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    DemoCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        service.check();
        var samples = Samples.found();
        var folder = new HomeFolder(home.orElseGet(DemoCommand::temporary));
        folder.create(samples.charter());
        try (var ending = Ending.ofProcess()) {
            serve(samples, folder, ending);
            ending.complete();
        }
    }

    private void serve(Samples samples, HomeFolder folder, Ending ending) {
        try (var opened = parts.get();
                var index = opened.index(folder.index())) {
            var engine = opened.engine(Optional.empty(), Optional.empty(), Optional.empty());
            if (folder.audit().isEmpty()) {
                var sources = Sources.in(List.of(samples.records()), Sources.Selection.ALL);
                var auditing = new Auditing(folder.charter(), sources.sources(), sources.skipped(), Scope.ALL);
                try (var filled = FolderHome.locked(folder, engine, index);
                        var progress = new ProgressLine(terminal)) {
                    filled.ingest(auditing, Sink.NONE, progress);
                }
            }
            try (var kept = FolderHome.open(folder, engine, index)) {
                AuditTable.lines(kept.audit()).forEach(terminal::print);
                terminal.print("");
                service.serve(terminal, folder, kept, ending);
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("touchstone-demo-");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot make a temporary folder for the demo", failed);
        }
    }
}
