package dev.touchstone.web.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "touchstone",
        mixinStandardHelpOptions = true,
        description =
                "Shows whether an organisation decides by the values that it states: reads decision records, finds where"
                        + " each value is at work in them, and names the sentences that show it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done; 1 done, and something in it failed (each named); 2 wrong use or bad input;",
            "3 the machine lacks something; 4 internal error.",
            "",
            "The launcher ./touchstone also knows: verify [--full], which runs all tests of a source folder.",
            "",
            "Example:",
            "  touchstone audit decisions --charter charter.yaml --out audit-out"
        })
final class TouchstoneCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "On an internal error, print where in the program it happened.")
    private boolean debug;

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
