package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.operate.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies a home into a new folder as it is at one moment, also while a service runs and takes documents,"
                        + " whichever database its ledger is in.",
        footer = {
            "",
            "On the disk of the home a backup takes little room, and protects against mistakes only: copy it elsewhere.",
            "",
            "Example:",
            "  touchstone backup --home home --to /backup/home-2026-05-01"
        })
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder: a new or an empty one.")
    private Path to;

    BackupCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (var opened = parts.get()) {
            var made = new Backup(new HomeFolder(home), opened).make(to);
            terminal.print("%s: %d originals; the audit log ends at %d with %s"
                    .formatted(
                            to,
                            made.originals().files(),
                            made.auditHead().sequence(),
                            made.auditHead().hash()));
            for (var sha256 : made.lost())
                terminal.say("%s is missing or damaged in the home and is not in the backup; see touchstone check"
                        .formatted(sha256));
            return made.lost().isEmpty() ? ExitCode.DONE : ExitCode.FAILURES;
        }
    }
}
