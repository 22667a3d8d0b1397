package dev.touchstone.web.http;

import dev.touchstone.web.access.Doorkeeper;
import dev.touchstone.web.access.TrustedProxy;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.ui.AccountPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.Optional;
import java.util.function.BiFunction;

/** Puts the gate before all routes and, where there can be accounts, the routes about them beside the others. */
final class Door {
    private final BiFunction<HandlerType, String, Optional<Endpoint>> finder;

    /** A door of a service whose routes {@code finder} finds by their paths. */
    Door(BiFunction<HandlerType, String, Optional<Endpoint>> finder) {
        this.finder = finder;
    }

    void addTo(RoutesConfig routes, Entrance entrance) {
        switch (entrance) {
            case Entrance.Open _ -> open(routes);
            case Entrance.WithAccounts(var accounts) -> withAccounts(routes, accounts);
        }
    }

    private void open(RoutesConfig routes) {
        var cookie = new SessionCookie(false);
        routes.beforeMatched(new Gate(Doorkeeper.LOCAL, TrustedProxy.NONE, cookie, Optional.empty(), finder)::check);
    }

    private void withAccounts(RoutesConfig routes, Accounts accounts) {
        var settings = accounts.settings();
        var cookie = new SessionCookie(!settings.isLocal());
        var uploads = Optional.of(accounts.uploads());
        routes.beforeMatched(new Gate(accounts.doorkeeper(), settings.proxy(), cookie, uploads, finder)::check);
        var pages = new AccountPages();
        new AccountRoutes(accounts, cookie, pages).addTo(routes);
        new SecondFactorRoutes(accounts, cookie, pages).addTo(routes);
        new AdministrationRoutes(accounts, pages).addTo(routes);
    }
}
