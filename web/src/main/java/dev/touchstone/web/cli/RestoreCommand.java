package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.operate.Restore;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes a home of a backup. With TOUCHSTONE_DATABASE_URL its ledger goes into that database, which must be"
                        + " empty, else into the home.",
        footer = {
            "",
            "The search index is made anew at the next start.",
            "",
            "Example:",
            "  touchstone restore --from /backup/home-2026-05-01 --home home"
        })
final class RestoreCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The backup.")
    private Path from;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The folder: a new or an empty one.")
    private Path home;

    RestoreCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        try (var opened = parts.get()) {
            var restored = new Restore(from, opened).into(home);
            terminal.print("%s: %d originals as they were on %s; serve it with: touchstone serve --home %s"
                    .formatted(home, restored.originals().files(), restored.madeAt(), home));
        }
    }
}
