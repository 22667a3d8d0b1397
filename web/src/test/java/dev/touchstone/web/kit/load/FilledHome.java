package dev.touchstone.web.kit.load;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.PasswordRules;
import dev.touchstone.web.account.Passwords;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.archive.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A home of generated records with a hundred people in it. It is filled once, by the program itself, and kept; what is measured
 * is measured on copies.
 *
 * @param work folder for all of it
 * @param kept the home that is never served
 */
public record FilledHome(Path work, Path kept) {
    static final String PASSWORD = "four oars and a lamp";
    static final int PEOPLE = 100;

    /** Finds the home with so many documents, or fills it. */
    public static FilledHome of(Path work, int documents) throws IOException, InterruptedException {
        var kept = work.resolve("home-" + documents);
        var done = work.resolve("home-%d.done".formatted(documents));
        var home = new FilledHome(work, kept);
        if (Files.exists(done)) return home;
        Files.createDirectories(work);
        Records.write(work.resolve("records-" + documents), documents);
        home.init(kept);
        PackagedService.command(
                home.log(), "ingest", work.resolve("records-" + documents).toString(), "--home", kept.toString());
        with(kept, accounts -> {
            for (var number = 0; number < PEOPLE; number++)
                accounts.administration()
                        .add(
                                person(number),
                                "",
                                number == 0 ? Role.ADMIN : Role.AUDITOR,
                                Optional.of(PASSWORD),
                                Caller.PROGRAM);
            return PEOPLE;
        });
        Files.createFile(done);
        return home;
    }

    private Path log() {
        return work.resolve("commands.log");
    }

    static String person(int number) {
        return "pilot-" + number;
    }

    private void init(Path home) throws IOException, InterruptedException {
        var charter = Files.writeString(work.resolve("charter.yaml"), Records.CHARTER);
        PackagedService.command(log(), "init", "--home", home.toString(), "--charter", charter.toString());
    }

    /** A new home without documents or people. */
    Path empty(String name) throws IOException, InterruptedException {
        var home = work.resolve(name);
        delete(home);
        init(home);
        return home;
    }

    /** A copy that may be served. */
    Path copy(String name) throws IOException, InterruptedException {
        var copy = work.resolve(name);
        delete(copy);
        run("cp", "-a", kept.toString(), copy.toString());
        return copy;
    }

    /** A secret with which a program of one of the people comes in, for a copy that is not being served. */
    static String token(Path home, int person) {
        return with(
                home,
                accounts -> accounts.own()
                        .issue(
                                accounts.administration().user(person(person)),
                                "load kit",
                                Set.of(Scope.values()),
                                Duration.ofDays(2),
                                Caller.PROGRAM)
                        .secret()
                        .text());
    }

    private static <T> T with(Path home, Function<Accounts, T> work) {
        try (var ledger = Ledger.open(
                        Database.Embedded.in(new HomeFolder(home).ledger()),
                        InstantSource.system(),
                        new SecureRandom());
                var accounts = Accounts.over(
                        ledger,
                        AccessSettings.LOCAL,
                        Bounds.Rates.USUAL,
                        new Passwords(new PasswordRules(List.of())),
                        InstantSource.system(),
                        new SecureRandom())) {
            return work.apply(accounts);
        }
    }

    static void delete(Path home) throws IOException, InterruptedException {
        run("rm", "-rf", home.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IllegalStateException("failed: " + String.join(" ", command));
    }
}
