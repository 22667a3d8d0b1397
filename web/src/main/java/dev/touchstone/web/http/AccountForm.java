package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.access.Visitor;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the forms about accounts send. */
final class AccountForm {
    private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[!-~&&[^\\\\]]{0,2000}");
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}");

    private AccountForm() {}

    static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    /** The secret of a link, from its address or from the form that it led to. */
    static Optional<Secret> link(Context context) {
        var sent = Optional.ofNullable(context.queryParam("link")).orElseGet(() -> field(context, "link"));
        return Secret.sent(sent);
    }

    /** A page of ours to go on to; whatever else was asked for, the first page. */
    static String target(String asked) {
        return OWN_PAGE.matcher(asked).matches() ? asked : "/";
    }

    static Role role(Context context) {
        var word = field(context, "role").toUpperCase(Locale.ROOT);
        for (var role : Role.values()) if (role.name().equals(word)) return role;
        throw new BadInput("choose one of the roles");
    }

    static Access access(Context context) {
        return switch (field(context, "access")) {
            case "open" -> Access.OPEN;
            case "confidential" -> Access.CONFIDENTIAL;
            default -> throw new BadInput("choose who sees the collection: open or confidential");
        };
    }

    static Duration days(Context context) {
        var text = field(context, "days").strip();
        if (!DAYS.matcher(text).matches()) throw new BadInput("a token is good for a number of days, 1 to 365");
        return Duration.ofDays(Integer.parseInt(text));
    }

    /** The id in a path or form. */
    static <T> Id<T> id(String text) {
        try {
            return Id.of(text);
        } catch (IllegalArgumentException noId) {
            throw new NotFoundResponse("There is nothing with this id.");
        }
    }

    /** Who asks, on the routes where only somebody with an account can. */
    static User user(Context context) {
        return switch (Gate.visitor(context)) {
            case Visitor.Account account -> account.user();
            case Visitor.Local _ -> throw new IllegalStateException("the table of access lets only accounts in here");
        };
    }

    /** A page that no cache keeps: it may show what is shown once. */
    static void html(Context context, String page) {
        PageRoutes.html(context.header("Cache-Control", "no-store"), page);
    }
}
