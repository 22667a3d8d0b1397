package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.OwnFactor;
import dev.touchstone.web.ui.AccountPages;
import dev.touchstone.web.ui.OwnFactorShown;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** One's own second factor: set up, confirmed, switched off. */
final class SecondFactorRoutes {
    /** Where it is set up. */
    static final String PATH = "/account/second-factor";

    private final Accounts accounts;
    private final SessionCookie cookie;
    private final AccountPages pages;

    SecondFactorRoutes(Accounts accounts, SessionCookie cookie, AccountPages pages) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> show(context, present(AccountForm.user(context)), ""));
        routes.post(PATH, this::begin);
        routes.post(PATH + "/confirm", this::confirm);
        routes.post(PATH + "/off", this::switchOff);
    }

    private OwnFactor factor() {
        return accounts.factor();
    }

    private void show(Context context, OwnFactorShown shown, String problem) {
        var user = AccountForm.user(context);
        var required = accounts.settings().secondFactor().contains(user.role());
        AccountForm.html(context, pages.secondFactor(user, shown, required, problem));
    }

    private OwnFactorShown present(User user) {
        return user.secondFactor().isPresent()
                ? new OwnFactorShown.On(factor().recoveryCodes(user))
                : new OwnFactorShown.Off();
    }

    private void begin(Context context) {
        try {
            show(context, new OwnFactorShown.Offered(factor().begin(AccountForm.user(context))), "");
        } catch (BadInput refused) {
            refused(context, present(AccountForm.user(context)), refused);
        }
    }

    private void confirm(Context context) {
        var user = AccountForm.user(context);
        try {
            var on = factor().confirm(user, AccountForm.field(context, "code"), Gate.caller(context));
            cookie.set(context, on.session());
            show(context, new OwnFactorShown.SwitchedOn(on.recoveryCodes()), "");
        } catch (BadInput refused) {
            var shown = factor().offered(user).<OwnFactorShown>map(OwnFactorShown.Offered::new);
            refused(context, shown.orElseGet(() -> present(user)), refused);
        }
    }

    private void switchOff(Context context) {
        var user = AccountForm.user(context);
        try {
            var session = factor().switchOff(
                            user,
                            AccountForm.field(context, "password"),
                            AccountForm.field(context, "code"),
                            Gate.caller(context));
            cookie.set(context, session);
            context.redirect(PATH, HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            refused(context, present(user), refused);
        }
    }

    private void refused(Context context, OwnFactorShown shown, BadInput refused) {
        show(context.status(HttpStatus.BAD_REQUEST), shown, Problem.detail(refused));
    }
}
