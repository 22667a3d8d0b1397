package dev.touchstone.web.cli;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Keeps the users of a home. What each role may do is in docs/accounts.md.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone user add mara.lind --role admin --home home",
            "  touchstone user list --home home",
        })
final class UserCommand implements Runnable {
    private static final String HOME = "The home whose user it is.";

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

    private UserCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    /** The command with those below it. */
    static CommandLine line(Terminal terminal, Supplier<Parts> parts) {
        return new CommandLine(new UserCommand(terminal, parts));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** Reads a role from an option. */
    static final class RoleWord implements ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            for (var role : Role.values()) if (word(role).equals(text)) return role;
            throw new TypeConversionException(
                    "'" + text + "' is no role; it is one of admin, auditor, reviewer, leader, author, reader");
        }
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a user.",
            footer = {
                "",
                "Example:",
                "  touchstone user add mara.lind --role auditor --shown-as 'Mara Lind' --home home"
            })
    void add(
            @Parameters(paramLabel = "NAME", description = "What they sign in with, such as mara.lind.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            converter = RoleWord.class,
                            description = "admin, auditor, reviewer, leader, author or reader.")
                    Role role,
            @Option(names = "--shown-as", paramLabel = "NAME", description = "Their name, as others see it.")
                    Optional<String> shownAs,
            @Option(
                            names = "--no-password",
                            description = "For somebody who gets a link from an administrator, or who comes through a"
                                    + " proxy only.")
                    boolean noPassword,
            @Mixin PasswordOptions password) {
        HomeAccounts.with(home, parts, accounts -> {
            var typed = noPassword ? Optional.<String>empty() : Optional.of(password.password());
            var user = accounts.administration().add(name, shownAs.orElse(""), role, typed, HomeAccounts.CALLER);
            terminal.print("added %s, %s".formatted(user.name(), word(role)));
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the users.",
            footer = {"", "Example:", "  touchstone user list --home home"})
    void list(@Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        HomeAccounts.with(home, parts, accounts -> {
            var table = new Table("name", "role", "state", "shown as");
            for (var user : accounts.administration().users())
                table.row(user.name(), word(user.role()), state(user), user.shownAs());
            table.lines().forEach(terminal::print);
        });
    }

    private static String state(User user) {
        if (user.disabled()) return "disabled";
        if (user.password().isEmpty()) return "no password";
        return user.secondFactor().isPresent() ? "may sign in, with a second factor" : "may sign in";
    }

    @Command(
            name = "role",
            mixinStandardHelpOptions = true,
            description = "Gives a user another role; their sessions end.",
            footer = {"", "Example:", "  touchstone user role mara.lind --role leader --home home"})
    void role(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            converter = RoleWord.class,
                            description = "admin, auditor, reviewer, leader, author or reader.")
                    Role role) {
        change(
                home,
                name,
                "is %s now".formatted(word(role)),
                (accounts, user) -> accounts.administration().role(user, role, HomeAccounts.CALLER));
    }

    @Command(
            name = "disable",
            mixinStandardHelpOptions = true,
            description = "Keeps a user out; their sessions end and their tokens are refused.",
            footer = {"", "Example:", "  touchstone user disable mara.lind --home home"})
    void disable(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        change(
                home,
                name,
                "is disabled",
                (accounts, user) -> accounts.administration().disable(user, HomeAccounts.CALLER));
    }

    @Command(
            name = "enable",
            mixinStandardHelpOptions = true,
            description = "Lets a disabled user in again.",
            footer = {"", "Example:", "  touchstone user enable mara.lind --home home"})
    void enable(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        change(
                home,
                name,
                "may sign in again",
                (accounts, user) -> accounts.administration().enable(user, HomeAccounts.CALLER));
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Gives a user another password; their sessions end.",
            footer = {"", "Example:", "  touchstone user password mara.lind --home home"})
    void password(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Mixin PasswordOptions password) {
        change(
                home,
                name,
                "has another password",
                (accounts, user) -> accounts.administration().password(user, password.password(), HomeAccounts.CALLER));
    }

    @Command(
            name = "remove-second-factor",
            mixinStandardHelpOptions = true,
            description = "Takes a user's second factor away, such as when their device is lost; their sessions end.",
            footer = {"", "Example:", "  touchstone user remove-second-factor mara.lind --home home"})
    void removeSecondFactor(
            @Parameters(paramLabel = "NAME", description = "The user.") String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home) {
        change(
                home,
                name,
                "has no second factor any longer",
                (accounts, user) -> accounts.administration().removeSecondFactor(user, HomeAccounts.CALLER));
    }

    /** Changes a user and says so. */
    private void change(Path home, String name, String done, BiConsumer<Accounts, User> work) {
        HomeAccounts.with(home, parts, accounts -> {
            var user = accounts.administration().user(name);
            work.accept(accounts, user);
            terminal.print("%s %s".formatted(user.name(), done));
        });
    }
}
