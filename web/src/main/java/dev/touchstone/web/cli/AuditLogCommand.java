package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.AuditLog.Head;
import dev.touchstone.indexer.archive.ledger.AuditLog.Verdict;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit-log",
        mixinStandardHelpOptions = true,
        description = "Shows who did what in a home, and checks that nobody has changed the record of it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone audit-log verify --home home",
            "  touchstone audit-log show --home home",
        })
final class AuditLogCommand implements Runnable {
    private static final String HOME = "The home.";
    private static final Pattern HEAD = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");
    private static final int PAGE = 1000;

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

    private AuditLogCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    /** The command with those below it. */
    static CommandLine line(Terminal terminal, Supplier<Parts> parts) {
        return new CommandLine(new AuditLogCommand(terminal, parts));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Computes the chain of hashes anew and says where it breaks, if it does; ends with 1 then.",
            footer = {
                "",
                "Only with a head that was kept elsewhere can it be found that the end was cut off.",
                "",
                "Example:",
                "  touchstone audit-log verify --home home"
            })
    int verify(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(
                            names = "--head",
                            paramLabel = "N:HASH",
                            description = "A head that an earlier run printed and somebody kept elsewhere.")
                    Optional<String> known) {
        var head = known.map(AuditLogCommand::parsed);
        try (var ledger = HomeLedger.open(home, parts)) {
            return switch (ledger.read(transaction -> transaction.log().verify(head))) {
                case Verdict.Sound(var end) -> {
                    terminal.print(
                            "sound: %d entries; head %d:%s".formatted(end.sequence(), end.sequence(), end.hash()));
                    yield ExitCode.DONE;
                }
                case Verdict.Broken(var sequence, var fault) -> {
                    terminal.print("broken at entry %d: %s".formatted(sequence, fault));
                    yield ExitCode.FAILURES;
                }
            };
        }
    }

    private static Head parsed(String text) {
        var head = HEAD.matcher(text);
        if (!head.matches())
            throw new BadInput("--head: '%s' is no head; it is a number, a colon and 64 hexadecimal digits, as 'verify'"
                            .formatted(text)
                    + " prints it");
        return new Head(Long.parseLong(head.group(1)), head.group(2));
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the entries in order, one a line: number, time, who, from where, what, of what, details.",
            footer = {"", "Example:", "  touchstone audit-log show --home home --after 120"})
    void show(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(
                            names = "--after",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Only the entries after this number (default: ${DEFAULT-VALUE}).")
                    long after) {
        try (var ledger = HomeLedger.open(home, parts)) {
            for (var next = after; next >= 0; ) next = page(ledger, next);
        }
    }

    /** Prints a page; the number to go on after, or -1 at the end. */
    private long page(Ledger ledger, long after) {
        var entries = ledger.read(transaction -> transaction.log().after(after, PAGE));
        for (var entry : entries) terminal.print(line(entry));
        return entries.size() < PAGE ? -1 : entries.getLast().sequence();
    }

    private static String line(LogEntry entry) {
        return "%d  %s  %s  %s  %s  %s  %s"
                .formatted(
                        entry.sequence(),
                        entry.at(),
                        entry.actor(),
                        entry.address().isEmpty() ? "-" : entry.address(),
                        entry.act(),
                        entry.subject(),
                        entry.details());
    }
}
