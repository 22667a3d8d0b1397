package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Tokens.Token;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Keeps the tokens by which programs act in a user's name.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  touchstone token create nightly --user mara.lind --scope upload --home home",
            "  touchstone token list --user mara.lind --home home",
        })
final class TokenCommand implements Runnable {
    private static final String HOME = "The home.";
    private static final String USER = "The user in whose name the program acts.";

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

    private TokenCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    /** The command with those below it. */
    static CommandLine line(Terminal terminal, Supplier<Parts> parts) {
        return new CommandLine(new TokenCommand(terminal, parts));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Makes a token and prints it: this once, for only its hash is kept.",
            footer = {
                "",
                "Example:",
                "  touchstone token create nightly --user mara.lind --scope read --scope upload --home home"
            })
    void create(
            @Parameters(paramLabel = "TOKEN", description = "A name for it, such as the program that will hold it.")
                    String name,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(names = "--user", required = true, paramLabel = "NAME", description = USER) String user,
            @Option(
                            names = "--scope",
                            required = true,
                            paramLabel = "SCOPE",
                            description = "read, upload, review or admin; may be given several times.")
                    List<String> scopes,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "90",
                            description = "For how long it is good, at most 365 (default: ${DEFAULT-VALUE}).")
                    int days) {
        HomeAccounts.with(home, parts, accounts -> {
            var issued = accounts.own()
                    .issue(
                            accounts.administration().user(user),
                            name,
                            Scope.all(scopes),
                            Duration.ofDays(days),
                            HomeAccounts.CALLER);
            terminal.say("good until %s; it is not shown again".formatted(day(issued.token())));
            terminal.print(issued.secret().text());
        });
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the tokens of a user.",
            footer = {"", "Example:", "  touchstone token list --user mara.lind --home home"})
    void list(
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(names = "--user", required = true, paramLabel = "NAME", description = USER) String user) {
        HomeAccounts.with(home, parts, accounts -> {
            var table = new Table("id", "scopes", "good until", "name");
            for (var token : accounts.own().tokens(accounts.administration().user(user)))
                table.row(token.id(), String.join(",", new TreeSet<>(token.scopes())), day(token), token.name());
            table.lines().forEach(terminal::print);
        });
    }

    private static String day(Token token) {
        return token.expires().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = "Revokes a token: it is refused from now on.",
            footer = {"", "Example:", "  touchstone token revoke 0123456789abcdef --user mara.lind --home home"})
    void revoke(
            @Parameters(paramLabel = "ID", description = "Its id, which 'token list' shows.") String id,
            @Option(names = "--home", required = true, paramLabel = "DIR", description = HOME) Path home,
            @Option(names = "--user", required = true, paramLabel = "NAME", description = USER) String user) {
        HomeAccounts.with(home, parts, accounts -> {
            accounts.own().revoke(accounts.administration().user(user), parsed(id), HomeAccounts.CALLER);
            terminal.print("revoked " + id);
        });
    }

    private static Id<Token> parsed(String id) {
        try {
            return Id.of(id);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput("'%s' is no id of a token; 'touchstone token list' shows them".formatted(id));
        }
    }
}
