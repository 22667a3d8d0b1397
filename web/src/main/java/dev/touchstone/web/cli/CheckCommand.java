package dev.touchstone.web.cli;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.operate.Checking;
import dev.touchstone.web.operate.Finding;
import dev.touchstone.web.operate.Finding.Weight;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Reads all that a home holds again and compares it: ledger, audit log, originals, what was made of them, and"
                        + " search index. Changes nothing, and works while a service runs.",
        footer = {
            "",
            "Ends with 0 when the home is sound, with 1 when something is not: each on a line, with what it means and what to do.",
            "",
            "Examples:",
            "  touchstone check --home home",
            "  touchstone check --home home --repair"
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    @Option(
            names = "--repair",
            description =
                    "Delete what nobody refers to, and have made again at the next start what can be. Stop the service first.")
    private boolean repair;

    @Option(names = "--json", description = "Print what was found as JSON and nothing else.")
    private boolean json;

    CheckCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        List<Finding> findings;
        try (var opened = parts.get()) {
            var checking = new Checking(new HomeFolder(home), opened, Retention.USUAL);
            findings = repair ? checking.repair() : checking.look();
        }
        show(findings);
        return findings.stream().anyMatch(finding -> finding.weight() == Weight.FAULT)
                ? ExitCode.FAILURES
                : ExitCode.DONE;
    }

    /** As {@code --json} has it. */
    private record Found(List<Finding> findings) {}

    private void show(List<Finding> findings) {
        if (json) {
            terminal.out().print(Json.text(new Found(findings)));
            return;
        }
        for (var finding : findings) terminal.print(label(finding.weight()) + finding.line());
        var faults = findings.stream()
                .filter(finding -> finding.weight() == Weight.FAULT)
                .count();
        terminal.print(
                faults == 0 ? home + " is sound" : "%s has %d fault%s".formatted(home, faults, faults == 1 ? "" : "s"));
    }

    private static String label(Weight weight) {
        return switch (weight) {
            case FAULT -> "fault: ";
            case NOTE -> "note: ";
        };
    }
}
