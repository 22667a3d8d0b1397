package dev.touchstone.web.cli;

import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes a home: a folder that keeps an audit, its texts, its index and what is uploaded.",
        footer = {"", "Example:", "  touchstone init --home home --charter charter.yaml"})
final class InitCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The folder: a new or an empty one.")
    private Path home;

    @Option(
            names = "--charter",
            required = true,
            paramLabel = "FILE",
            description = "The organisation's values, in YAML.")
    private Path charter;

    InitCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        for (var warning : CharterFile.read(charter).warnings()) terminal.say("warning: " + warning);
        boolean made;
        try (var opened = parts.get()) {
            made = Archive.make(new HomeFolder(home), charter, opened);
        }
        terminal.print((made
                        ? "made the home %s; fill it with: touchstone ingest PATH --home %s"
                        : "the home %s is there already, with the same charter; nothing was changed. Fill it with: touchstone ingest PATH --home %s")
                .formatted(home, home));
    }
}
