package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Samples;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.http.Entrance;
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
        try (var ending = Ending.ofProcess()) {
            serve(samples, folder, ending);
            ending.complete();
        }
    }

    private void serve(Samples samples, HomeFolder folder, Ending ending) {
        try (var opened = parts.get()) {
            var made = Archive.make(folder, samples.charter(), opened);
            var engine = opened.engine(Optional.empty(), Optional.empty(), Optional.empty());
            try (var archive = Archive.open(folder, opened, engine)) {
                if (made) fill(archive, samples);
                AuditTable.lines(archive.seenBy(Viewer.local("")).audit()).forEach(terminal::print);
                terminal.print("");
                service.serve(terminal, folder, archive, ending, new Entrance.Open());
            }
        }
    }

    private void fill(Archive archive, Samples samples) {
        try (var progress = new ProgressLine(terminal)) {
            archive.ingest(HomeFolder.MAIN, Sources.in(List.of(samples.records()), Sources.Selection.ALL), progress);
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
