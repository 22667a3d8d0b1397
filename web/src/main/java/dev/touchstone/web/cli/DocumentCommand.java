package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.operate.Removal;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "Takes a document out of a home, or brings it back. Works while a service runs.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone document delete --home home adr/0007.md --because 'names a patient'",
            "  touchstone document restore --home home adr/0007.md",
            "  touchstone document purge --home home adr/0007.md --because 'asked for on 2 May'"
        })
final class DocumentCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

    DocumentCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "delete",
            mixinStandardHelpOptions = true,
            description = "Takes a document out of sight. For 30 days it can be restored, then it is erased.")
    void delete(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
                    Path home,
            @Parameters(paramLabel = "PATH", description = "The document's path in its collection.") String path,
            @Option(names = "--because", required = true, paramLabel = "TEXT", description = "The reason; it stays.")
                    String because,
            @Option(
                            names = "--collection",
                            paramLabel = "NAME",
                            defaultValue = HomeFolder.MAIN,
                            description = "The collection that it is in (default: ${DEFAULT-VALUE}).")
                    String collection) {
        remove(home, collection, removal -> {
            var until = removal.delete(path, because);
            terminal.print("%s is deleted; until %s it can be brought back with: touchstone document restore"
                    .formatted(path, until));
        });
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Brings a deleted document back, as it was.")
    void restore(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
                    Path home,
            @Parameters(paramLabel = "PATH", description = "The document's path in its collection.") String path,
            @Option(
                            names = "--collection",
                            paramLabel = "NAME",
                            defaultValue = HomeFolder.MAIN,
                            description = "The collection that it is in (default: ${DEFAULT-VALUE}).")
                    String collection) {
        remove(home, collection, removal -> {
            removal.restore(path);
            terminal.print(path + " is back");
        });
    }

    @Command(
            name = "purge",
            mixinStandardHelpOptions = true,
            description =
                    "Erases a document in all its versions, at once and for good. Its hash and the reason stay, and the same"
                            + " bytes are not taken again.")
    void purge(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
                    Path home,
            @Parameters(paramLabel = "PATH", description = "The document's path in its collection.") String path,
            @Option(names = "--because", required = true, paramLabel = "TEXT", description = "The reason; it stays.")
                    String because,
            @Option(
                            names = "--collection",
                            paramLabel = "NAME",
                            defaultValue = HomeFolder.MAIN,
                            description = "The collection that it is in (default: ${DEFAULT-VALUE}).")
                    String collection) {
        remove(home, collection, removal -> {
            var versions = removal.purge(path, because);
            terminal.print(
                    "%s is erased, %d version%s; its bytes are deleted within two days by the service, and backups keep theirs"
                            .formatted(path, versions, versions == 1 ? "" : "s"));
        });
    }

    private void remove(Path home, String collection, Consumer<Removal> act) {
        var folder = new HomeFolder(home);
        folder.check();
        try (var opened = parts.get();
                var ledger = opened.ledger(folder.ledger())) {
            act.accept(new Removal(ledger, collection, Retention.USUAL));
        }
    }
}
