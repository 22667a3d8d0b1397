package dev.touchstone.web.cli;

import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.web.app.Parts;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "charter",
        mixinStandardHelpOptions = true,
        description = "Looks at a charter before anything is audited with it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone charter check charter.yaml",
            "  touchstone charter concerns",
        })
final class CharterCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private CharterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with those below it. */
    static CommandLine line(Terminal terminal, Supplier<Parts> parts) {
        return new CommandLine(new CharterCommand(terminal)).addSubcommand(new CharterCheckCommand(terminal, parts));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "concerns",
            mixinStandardHelpOptions = true,
            description = "Lists the concerns that a value of a charter can bundle, each with what belongs to it.",
            footer = {"", "Example:", "  touchstone charter concerns"})
    void concerns() {
        for (var concern : Concern.values()) terminal.print("%-25s %s".formatted(concern.id(), concern.description()));
    }
}
