package dev.touchstone.web.cli;

import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeCollections;
import dev.touchstone.web.archive.HomeFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "collection",
        mixinStandardHelpOptions = true,
        description =
                "Collections of a home, such as the records of a team: open to all who may read, or confidential.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone collection add board --confidential --home home",
            "  touchstone collection member board ada --home home"
        })
final class CollectionCommand implements Runnable {
    private static final String HOME = "The home, made by init.";
    private static final String NAME = "Name of the collection.";

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

    CollectionCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a collection.")
    void add(
            @Parameters(paramLabel = "NAME", description = "Small letters, digits and hyphens.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(names = "--confidential", description = "Only its members see that it is there.")
                    boolean confidential) {
        in(home, collections -> collections.add(name, confidential ? Access.CONFIDENTIAL : Access.OPEN));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the collections.")
    void list(@Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        in(home, collections -> {
            for (var collection : collections.all())
                terminal.print("%-40s %s"
                        .formatted(collection.name(), collection.access().name().toLowerCase(Locale.ROOT)));
        });
    }

    @Command(name = "open", mixinStandardHelpOptions = true, description = "Opens a collection to all who may read.")
    void open(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        in(home, collections -> collections.restrict(name, Access.OPEN));
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Makes a collection confidential: to all but its members it is as if it were not there.")
    void close(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        in(home, collections -> collections.restrict(name, Access.CONFIDENTIAL));
    }

    @Command(
            name = "member",
            mixinStandardHelpOptions = true,
            description = "Lets a user see a confidential collection, or see it no longer.")
    void member(
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Parameters(paramLabel = "USER", description = "Name that they sign in with.") String user,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(names = "--remove", description = "From their next request on they do not see it.")
                    boolean remove) {
        in(home, collections -> {
            if (remove) collections.removeMember(name, user);
            else collections.addMember(name, user);
        });
    }

    private void in(Path home, Consumer<HomeCollections> work) {
        try (var opened = parts.get();
                var collections = HomeCollections.open(new HomeFolder(home), opened)) {
            work.accept(collections);
        }
    }
}
