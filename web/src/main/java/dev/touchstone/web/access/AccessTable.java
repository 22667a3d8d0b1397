package dev.touchstone.web.access;

import static dev.touchstone.web.access.Deed.ADMINISTER;
import static dev.touchstone.web.access.Deed.ALLOW;
import static dev.touchstone.web.access.Deed.ENTER;
import static dev.touchstone.web.access.Deed.EXPORT;
import static dev.touchstone.web.access.Deed.OBSERVE;
import static dev.touchstone.web.access.Deed.OWN_ACCOUNT;
import static dev.touchstone.web.access.Deed.READ;
import static dev.touchstone.web.access.Deed.REMOVE;
import static dev.touchstone.web.access.Deed.SECOND_FACTOR;
import static dev.touchstone.web.access.Deed.UPLOAD;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every route of the service with the deed that it is, and through it with the roles that may. What is not here is refused. */
public final class AccessTable {
    private static final List<Rule> RULES = List.of(
            // Pages.
            get("/", READ),
            get("/decisions", READ),
            get("/references", READ),
            get("/unsure", READ),
            get("/trade-offs", READ),
            get("/files", READ),
            get("/documents/{id}", READ),
            get("/documents/{id}/versions/{version}", READ),
            get("/documents/{id}/changes", READ),
            get("/search", READ),
            get("/exceptions", READ),
            post("/exceptions", ALLOW),
            post("/exceptions/{id}/withdraw", ALLOW),
            get("/charter", READ),
            get("/unnamed-reasons", READ),
            get("/method", READ),
            get("/report.html", EXPORT),
            get("/upload", UPLOAD),
            post("/upload", UPLOAD),
            get("/jobs/{id}", UPLOAD),
            // The way in, and what everybody keeps themselves.
            get("/sign-in", ENTER),
            post("/sign-in", ENTER),
            post("/sign-in/code", ENTER),
            post("/sign-out", ENTER),
            get("/set-up", ENTER),
            post("/set-up", ENTER),
            get("/new-password", ENTER),
            post("/new-password", ENTER),
            get("/account", OWN_ACCOUNT),
            post("/account/password", OWN_ACCOUNT),
            post("/account/tokens", OWN_ACCOUNT),
            post("/account/tokens/{id}/revoke", OWN_ACCOUNT),
            get("/account/second-factor", SECOND_FACTOR),
            post("/account/second-factor", SECOND_FACTOR),
            post("/account/second-factor/confirm", SECOND_FACTOR),
            post("/account/second-factor/off", OWN_ACCOUNT),
            // Administration.
            get("/administration/users", ADMINISTER),
            post("/administration/users", ADMINISTER),
            post("/administration/users/{id}/role", ADMINISTER),
            post("/administration/users/{id}/disable", ADMINISTER),
            post("/administration/users/{id}/enable", ADMINISTER),
            post("/administration/users/{id}/password", ADMINISTER),
            post("/administration/users/{id}/second-factor/remove", ADMINISTER),
            get("/administration/collections", ADMINISTER),
            post("/administration/collections", ADMINISTER),
            post("/administration/collections/{id}/access", ADMINISTER),
            post("/administration/collections/{id}/members", ADMINISTER),
            post("/administration/collections/{id}/members/remove", ADMINISTER),
            // For programs.
            get("/api/v1/openapi.json", ENTER),
            get("/api/v1/documents", READ),
            post("/api/v1/documents", UPLOAD),
            get("/api/v1/documents/{id}", READ),
            delete("/api/v1/documents/{id}", REMOVE),
            get("/api/v1/documents/{id}/original", READ),
            get("/api/v1/documents/{id}/text", READ),
            get("/api/v1/documents/{id}/versions", READ),
            get("/api/v1/documents/{id}/changes", READ),
            get("/api/v1/documents/{id}/alike", READ),
            get("/api/v1/collections", READ),
            get("/api/v1/jobs/{id}", UPLOAD),
            delete("/api/v1/jobs/{id}", UPLOAD),
            get("/api/v1/search", READ),
            get("/api/v1/audits", READ),
            get("/api/v1/audits/current", EXPORT),
            get("/api/v1/exceptions", READ),
            post("/api/v1/exceptions", ALLOW),
            delete("/api/v1/exceptions/{id}", ALLOW),
            get("/api/v1/charters", READ),
            get("/api/v1/references.csv", EXPORT),
            get("/health/live", ENTER),
            get("/health/ready", ENTER),
            get("/metrics", OBSERVE));

    private static final Map<String, Rule> BY_ROUTE =
            RULES.stream().collect(Collectors.toUnmodifiableMap(Rule::route, Function.identity()));

    private AccessTable() {}

    /** One row of the table. */
    public record Rule(String method, String path, Deed deed) {
        /** As the server names it: {@code GET /documents/{id}}. */
        public String route() {
            return method + " " + path;
        }
    }

    /** All rows, in order. */
    public static List<Rule> rules() {
        return RULES;
    }

    /**
     * The deed that a route is.
     *
     * @param route as {@link Rule#route} has it
     */
    public static Optional<Deed> deed(String route) {
        return Optional.ofNullable(BY_ROUTE.get(route)).map(Rule::deed);
    }

    /**
     * Refuses to go on with routes that nobody has said who may use.
     *
     * @throws IllegalStateException naming them
     */
    public static void requireAll(Collection<String> routes) {
        var unknown =
                routes.stream().filter(route -> !BY_ROUTE.containsKey(route)).toList();
        if (!unknown.isEmpty())
            throw new IllegalStateException("no rule says who may use " + String.join(", ", unknown));
    }

    /** The table for the manual, in Markdown: who may do what, and which route is what. */
    public static String markdown() {
        var roles = Arrays.asList(Role.values());
        var text = new StringBuilder("| what | ");
        text.append(roles.stream().map(AccessTable::word).collect(Collectors.joining(" | ")));
        text.append(" | token | without accounts, at the machine |\n|---|");
        text.append(":-:|".repeat(roles.size())).append("---|:-:|\n");
        for (var deed : Deed.values()) {
            text.append("| ").append(deed.description()).append(" |");
            for (var role : roles) text.append(deed.isFor(role) ? " yes |" : " |");
            text.append(" %s |".formatted(token(deed)));
            text.append(deed.isLocal() ? " yes |\n" : " |\n");
        }
        text.append("\n| what | routes |\n|---|---|\n");
        for (var deed : Deed.values())
            routes(deed)
                    .ifPresent(routes -> text.append("| ")
                            .append(deed.description())
                            .append(" | ")
                            .append(routes)
                            .append(" |\n"));
        return text.toString();
    }

    private static String token(Deed deed) {
        if (deed.isOpen()) return "not needed";
        return deed.scope().map(scope -> "`%s`".formatted(scope.word())).orElse("never");
    }

    private static Optional<String> routes(Deed deed) {
        return RULES.stream()
                .filter(rule -> rule.deed() == deed)
                .map(rule -> "`%s`".formatted(rule.route()))
                .reduce((some, next) -> some + ", " + next);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Rule get(String path, Deed deed) {
        return new Rule("GET", path, deed);
    }

    private static Rule delete(String path, Deed deed) {
        return new Rule("DELETE", path, deed);
    }

    private static Rule post(String path, Deed deed) {
        return new Rule("POST", path, deed);
    }
}
