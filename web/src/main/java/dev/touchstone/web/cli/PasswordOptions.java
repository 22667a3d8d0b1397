package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a password comes from: never from the command line, which other programs can see. */
final class PasswordOptions {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File whose first line is the password. Without it the password is asked for.")
    private Optional<Path> file = Optional.empty();

    /**
     * The password.
     *
     * @throws BadInput when there is nobody to ask and no file
     */
    String password() {
        return file.map(PasswordOptions::read).orElseGet(PasswordOptions::ask);
    }

    private static String read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow(() -> new BadInput("--password-file: %s is empty".formatted(file)));
        } catch (MalformedInputException wrong) {
            throw new BadInput("--password-file: %s is no text in UTF-8".formatted(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static String ask() {
        var console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> new BadInput("no terminal to ask for a password on; give --password-file FILE"));
        var first = console.readPassword("Password: ");
        var second = console.readPassword("The same again: ");
        if (first == null || second == null || !Arrays.equals(first, second))
            throw new BadInput("the two passwords are not the same; run the command again");
        return new String(first);
    }
}
