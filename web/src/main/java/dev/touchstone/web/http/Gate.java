package dev.touchstone.web.http;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.access.Admission;
import dev.touchstone.web.access.Claims;
import dev.touchstone.web.access.Deed;
import dev.touchstone.web.access.Doorkeeper;
import dev.touchstone.web.access.TrustedProxy;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.access.Visitor.Means;
import dev.touchstone.web.account.Rate;
import dev.touchstone.web.account.SignIn;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.router.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lets a request through to its route: finds out who asks, and whether the table of access lets them. A route that is not in
 * the table is refused to everybody.
 */
final class Gate {
    private static final String VISITOR = "touchstone.visitor";
    private static final String CALLER = "touchstone.caller";
    private static final String BEARER = "bearer ";

    private final Doorkeeper doorkeeper;
    private final TrustedProxy proxy;
    private final SessionCookie cookie;
    private final Optional<Rate> uploads;
    private final BiFunction<HandlerType, String, Optional<Endpoint>> routes;

    /**
     * A gate before all routes.
     *
     * @param uploads how often each may upload; empty where nobody is told apart
     * @param routes finds the route of a path
     */
    Gate(
            Doorkeeper doorkeeper,
            TrustedProxy proxy,
            SessionCookie cookie,
            Optional<Rate> uploads,
            BiFunction<HandlerType, String, Optional<Endpoint>> routes) {
        this.doorkeeper = doorkeeper;
        this.proxy = proxy;
        this.cookie = cookie;
        this.uploads = uploads;
        this.routes = routes;
    }

    /** Who asks. Of use only behind the gate, on routes that are not open to everybody. */
    static Visitor visitor(Context context) {
        return known(context).orElseThrow(() -> new IllegalStateException("nobody came through the gate"));
    }

    /** Who asks; empty on an open route when they are not signed in. */
    static Optional<Visitor> known(Context context) {
        return Optional.ofNullable(context.<Visitor>attribute(VISITOR));
    }

    /** Who asks, as the audit log names them. */
    static Caller caller(Context context) {
        var caller = context.<Caller>attribute(CALLER);
        if (caller == null) throw new IllegalStateException("nobody came to the gate");
        return caller;
    }

    /** Whether a request shows a token, which no page of another site can make a browser send. */
    static boolean showsToken(Context context) {
        return header(context, "Authorization").toLowerCase(Locale.ROOT).startsWith(BEARER);
    }

    void check(Context context) {
        var origin = proxy.origin(context.req().getRemoteAddr(), last(context, "X-Forwarded-For"));
        context.attribute(CALLER, new Caller(SignIn.NOBODY, origin, Requests.id(context)));
        if (isStatic(context)) return;
        var deed = deed(context);
        switch (doorkeeper.admit(claims(context))) {
            case Admission.Contradictory(var reason) -> throw new BadRequestResponse(reason);
            case Admission.Nobody _ -> ask(context, deed);
            case Admission.Admitted(var visitor) -> admit(context, visitor, deed, origin);
        }
    }

    private static boolean isStatic(Context context) {
        return context.endpoints().matchedHttpEndpoint() == null
                && context.path().startsWith("/static/");
    }

    /** A HEAD is answered by the route of the GET. */
    private Deed deed(Context context) {
        var matched = Optional.ofNullable(context.endpoints().matchedHttpEndpoint());
        return matched.or(() -> head(context))
                .flatMap(route -> AccessTable.deed(route.method.name() + " " + route.path))
                .orElseThrow(() -> new ForbiddenResponse("No rule says who may use this address."));
    }

    private Optional<Endpoint> head(Context context) {
        return context.method().equals(HandlerType.HEAD)
                ? routes.apply(HandlerType.GET, context.path())
                : Optional.empty();
    }

    private Claims claims(Context context) {
        return new Claims(
                cookie.read(context),
                showsToken(context)
                        ? Optional.of(header(context, "Authorization")
                                .substring(BEARER.length())
                                .strip())
                        : Optional.empty(),
                proxy.user(context.req().getRemoteAddr(), name -> only(context, name)));
    }

    /** Whoever has yet to set up a second factor is led there. */
    private static void refuse(Context context, Visitor visitor) {
        var lacks = visitor instanceof Visitor.Account account && account.means() instanceof Means.PasswordAlone;
        if (!lacks || isForPrograms(context.path()) || !looks(context)) throw new ForbiddenResponse(why(visitor));
        context.redirect(SecondFactorRoutes.PATH, HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    private void admit(Context context, Visitor visitor, Deed deed, String origin) {
        context.attribute(VISITOR, visitor);
        context.attribute(
                CALLER, new Caller(visitor.name(), origin, caller(context).request()));
        if (!visitor.may(deed)) refuse(context, visitor);
        else if (deed == Deed.UPLOAD && context.method().equals(HandlerType.POST))
            uploads.filter(_ -> visitor instanceof Visitor.Account)
                    .flatMap(rate -> rate.take(visitor.name()))
                    .ifPresent(wait -> {
                        throw tooOften(context, wait, "You have sent very much in a short time.");
                    });
    }

    private static String why(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Account account
            when account.means() instanceof Means.Token ->
                "The token’s scopes or the role of %s do not include this.".formatted(account.name());
            case Visitor.Account account
            when account.means() instanceof Means.PasswordAlone ->
                "Your role, %s, needs a second factor. Set it up on the page of your account first."
                        .formatted(role(account));
            case Visitor.Account account ->
                "Your role, %s, does not include this. An administrator can change it.".formatted(role(account));
            case Visitor.Local _ ->
                "There are no accounts here yet. Use the set-up link on the console, or: touchstone user add NAME"
                        + " --role admin --home DIR";
        };
    }

    private static String role(Visitor.Account account) {
        return account.user().role().name().toLowerCase(Locale.ROOT);
    }

    /** Refuses what is done too often, with the time after which it may be tried again. */
    static HttpResponseException tooOften(Context context, Duration wait, String what) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        context.header("Retry-After", Long.toString(seconds));
        return new HttpResponseException(
                HttpStatus.TOO_MANY_REQUESTS.getCode(), "%s Wait %d seconds.".formatted(what, seconds));
    }

    private static void ask(Context context, Deed deed) {
        if (deed.isOpen()) return;
        if (isForPrograms(context.path()) || showsToken(context) || !looks(context)) {
            context.header("WWW-Authenticate", "Bearer");
            throw new UnauthorizedResponse(
                    "Nobody is signed in. Sign in at /sign-in; a program sends: Authorization: Bearer TOKEN");
        }
        var query = context.queryString();
        var target = query == null ? context.path() : context.path() + "?" + query;
        context.redirect("/sign-in?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
        context.skipRemainingHandlers();
    }

    private static boolean looks(Context context) {
        return context.method().equals(HandlerType.GET) || context.method().equals(HandlerType.HEAD);
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/health/") || path.equals("/metrics");
    }

    /** A header that was sent twice may hold what a stranger wrote, and is not heard. */
    private static String only(Context context, String name) {
        var values = Collections.list(context.req().getHeaders(name));
        return values.size() == 1 ? values.getFirst() : "";
    }

    private static String last(Context context, String name) {
        var values = Collections.list(context.req().getHeaders(name));
        return values.isEmpty() ? "" : values.getLast();
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }
}
