package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.web.app.Lacking;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and answers with its exit code; whatever goes wrong is one line. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Runs a command.
     *
     * @param parts opened when the command line is right, closed when the command has ended
     */
    public static int run(Terminal terminal, Supplier<Parts> parts, String... arguments) {
        var line = new CommandLine(new TouchstoneCommand());
        var commands = List.of(
                new AuditCommand(terminal, parts),
                new InitCommand(terminal, parts),
                new IngestCommand(terminal, parts),
                new CollectionCommand(terminal, parts),
                new RescoreCommand(terminal, parts),
                new SearchCommand(terminal, parts),
                new ServeCommand(terminal, parts),
                new DemoCommand(terminal, parts),
                new CheckCommand(terminal, parts),
                new BackupCommand(terminal, parts),
                new RestoreCommand(terminal, parts),
                new ExportCommand(terminal, parts),
                new EvaluateCommand(terminal, parts),
                new EvaluateAuditCommand(terminal, parts),
                new TrainCommand(terminal, parts),
                new CalibrateCommand(terminal, parts),
                new BenchCommand(terminal, parts));
        for (var command : commands) line.addSubcommand(command);
        line.addSubcommand(CharterCommand.line(terminal, parts));
        line.addSubcommand(UserCommand.line(terminal, parts));
        line.addSubcommand(TokenCommand.line(terminal, parts));
        line.addSubcommand(AuditLogCommand.line(terminal, parts));
        line.addSubcommand(new DocumentCommand(terminal, parts));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.getCommandSpec().version("touchstone " + Version.text());
        everywhere(line, command -> command.usageMessage().width(110));
        line.setParameterExceptionHandler((wrong, _) -> badParameters(terminal, wrong));
        line.setExecutionExceptionHandler((failure, command, _) ->
                failed(terminal, failure, command.getCommandSpec().root().commandLine()));
        var code = line.execute(arguments);
        terminal.out().flush();
        return code;
    }

    private static void everywhere(CommandLine line, Consumer<CommandSpec> change) {
        change.accept(line.getCommandSpec());
        line.getSubcommands().values().forEach(sub -> everywhere(sub, change));
    }

    private static int badParameters(Terminal terminal, ParameterException wrong) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println("%s: %s; see %s --help".formatted(command, fault(wrong), command));
        return ExitCode.BAD_INPUT;
    }

    private static String fault(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown -> {
                var first = unknown.getUnmatched().getFirst();
                var kind = first.startsWith("-") ? "unknown option " : "not understood: ";
                var near = unknown.getSuggestions();
                yield kind + first + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
            }
            case MissingParameterException missing -> oneLine(missing, "something is missing");
            default -> oneLine(wrong, "the command line is wrong");
        };
    }

    private static int failed(Terminal terminal, Exception failure, CommandLine line) {
        var debug = line.getCommand() instanceof TouchstoneCommand root && root.debug();
        if (debug) failure.printStackTrace(terminal.err());
        return switch (failure) {
            case BadInput bad -> said(terminal, oneLine(bad, "bad input"), ExitCode.BAD_INPUT);
            case Unavailable now -> said(terminal, unavailable(now), ExitCode.MACHINE_LACKS);
            case Lacking lacking -> said(terminal, oneLine(lacking, "something is missing"), ExitCode.MACHINE_LACKS);
            case UncheckedIOException io
            when io.getCause() instanceof FileSystemException disk ->
                said(terminal, oneLine(io, "a file") + ": " + reason(disk), ExitCode.MACHINE_LACKS);
            default -> internal(terminal, failure, debug);
        };
    }

    private static String unavailable(Unavailable now) {
        return oneLine(now, "the home cannot be used now")
                + switch (now.reason()) {
                    case NO_SPACE -> ": the disk is full; make room";
                    case OUT_OF_REACH -> ": check the disk, its rights and the database";
                    case BUSY -> ": try again later";
                };
    }

    private static String reason(FileSystemException disk) {
        return switch (disk) {
            case AccessDeniedException _ -> "not permitted; check the rights of the folder";
            case NoSuchFileException _ -> "it is not there";
            default -> disk.getReason() == null ? "the system refuses it" : disk.getReason();
        };
    }

    private static int internal(Terminal terminal, Exception failure, boolean debug) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        var what = failure.getClass().getSimpleName() + ": " + oneLine(failure, "no message");
        if (debug) return said(terminal, "internal error: " + what, ExitCode.INTERNAL);
        try {
            var kept = Files.createTempFile("touchstone-error-", ".log");
            Files.writeString(kept, trace.toString());
            return said(terminal, "internal error: %s; details are in %s".formatted(what, kept), ExitCode.INTERNAL);
        } catch (IOException full) {
            return said(terminal, "internal error: %s; --debug shows details".formatted(what), ExitCode.INTERNAL);
        }
    }

    private static int said(Terminal terminal, String line, int code) {
        terminal.say(line);
        return code;
    }

    private static String oneLine(Exception failure, String otherwise) {
        var message = failure.getMessage();
        return message == null ? otherwise : message.lines().findFirst().orElse(otherwise);
    }
}
