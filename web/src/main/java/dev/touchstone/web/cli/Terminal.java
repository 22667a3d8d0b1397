package dev.touchstone.web.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command speaks: results to {@code out}, progress and complaints to {@code err}.
 *
 * @param interactive whether a person looks at {@code err}, so that a line may be drawn over
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
    /** This process's streams. Both speak UTF-8, whatever the locale says: audits quote what documents say. */
    public static Terminal standard() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    /** A line on standard error. */
    void say(String line) {
        err.println("touchstone: " + Plain.text(line));
    }

    /** A line of the result. */
    void print(String line) {
        out.println(Plain.text(line));
    }
}
