package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.Gone;
import dev.touchstone.web.account.SignIn.Outcome;
import dev.touchstone.web.ui.AccountPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import java.util.function.Consumer;
import java.util.function.Function;

/** The way in and out, and what everybody keeps of their own account. */
final class AccountRoutes {
    private static final String WRONG = "Name or password is not right.";
    private static final String WRONG_CODE = "The code is not right, or was used already. Wait for the next one.";
    private static final String LATE = "That took too long. Sign in again.";

    private final Accounts accounts;
    private final SessionCookie cookie;
    private final AccountPages pages;

    AccountRoutes(Accounts accounts, SessionCookie cookie, AccountPages pages) {
        this.accounts = accounts;
        this.cookie = cookie;
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/sign-in", context -> signInForm(context, "", String.valueOf(context.queryParam("to"))));
        routes.post("/sign-in", this::signIn);
        routes.post("/sign-in/code", this::code);
        routes.post("/sign-out", this::signOut);
        routes.get("/set-up", this::setUpForm);
        routes.post("/set-up", this::setUp);
        routes.get("/new-password", this::newPasswordForm);
        routes.post("/new-password", this::newPassword);
        routes.get("/account", context -> account(context, "", "", ""));
        routes.post("/account/password", this::password);
        routes.post("/account/tokens", this::issue);
        routes.post("/account/tokens/{id}/revoke", this::revoke);
    }

    private void signInForm(Context context, String problem, String to) {
        var settledIn = !accounts.administration().users().isEmpty();
        AccountForm.html(context, pages.signIn(problem, AccountForm.target(to), settledIn));
    }

    private void signIn(Context context) {
        var to = AccountForm.target(AccountForm.field(context, "to"));
        var outcome = accounts.signIn()
                .enter(
                        AccountForm.field(context, "name"),
                        AccountForm.field(context, "password"),
                        cookie.read(context),
                        Gate.caller(context));
        answer(context, outcome, to, problem -> signInForm(context, problem, to));
    }

    private void code(Context context) {
        var to = AccountForm.target(AccountForm.field(context, "to"));
        var step = Secret.sent(AccountForm.field(context, "step"));
        var outcome = step.map(first -> accounts.signIn()
                        .code(first, AccountForm.field(context, "code"), cookie.read(context), Gate.caller(context)))
                .orElseGet(Outcome.Refused::new);
        if (outcome instanceof Outcome.Refused) {
            signInForm(context.status(HttpStatus.UNAUTHORIZED), LATE, to);
            return;
        }
        answer(context, outcome, to, problem -> step.ifPresent(first -> codeForm(context, problem, first, to)));
    }

    private void codeForm(Context context, String problem, Secret step, String to) {
        AccountForm.html(context, pages.code(problem, step.text(), to));
    }

    /** Goes on, or shows {@code again} what was tried. */
    private void answer(Context context, Outcome outcome, String to, Consumer<String> again) {
        switch (outcome) {
            case Outcome.Entered(var session) -> {
                cookie.set(context, session);
                context.redirect(to, HttpStatus.SEE_OTHER);
            }
            case Outcome.CodeNeeded(var step) -> codeForm(context, "", step, to);
            case Outcome.CodeRefused _ -> {
                context.status(HttpStatus.UNAUTHORIZED);
                again.accept(WRONG_CODE);
            }
            case Outcome.Refused _ -> {
                context.status(HttpStatus.UNAUTHORIZED);
                again.accept(WRONG);
            }
            case Outcome.TooOften(var wait) -> {
                var refused = Gate.tooOften(context, wait, "That was tried too often.");
                context.status(refused.getStatus());
                again.accept(Problem.detail(refused));
            }
        }
    }

    private void signOut(Context context) {
        Gate.known(context)
                .flatMap(Visitor::session)
                .ifPresent(session -> accounts.signIn().leave(session, Gate.caller(context)));
        cookie.clear(context);
        context.redirect("/sign-in", HttpStatus.SEE_OTHER);
    }

    private void setUpForm(Context context) {
        var link = withLink(context, secret -> {
            accounts.administration().checkSetUp(secret);
            return secret;
        });
        AccountForm.html(context, pages.setUp("", link.text()));
    }

    private void setUp(Context context) {
        var name = AccountForm.field(context, "name");
        var shown = AccountForm.field(context, "shown");
        var password = AccountForm.field(context, "password");
        try {
            withLink(
                    context,
                    secret -> accounts.administration().setUp(secret, name, shown, password, Gate.caller(context)));
            context.redirect("/sign-in", HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            AccountForm.html(
                    context.status(HttpStatus.BAD_REQUEST),
                    pages.setUp(Problem.detail(refused), AccountForm.field(context, "link")));
        }
    }

    private void newPasswordForm(Context context) {
        newPasswordForm(context, "");
    }

    private void newPasswordForm(Context context, String problem) {
        var page = withLink(
                context,
                secret -> pages.newPassword(
                        problem,
                        secret.text(),
                        accounts.administration().passwordFor(secret).name()));
        AccountForm.html(context, page);
    }

    private void newPassword(Context context) {
        try {
            withLink(context, secret -> {
                accounts.administration()
                        .choosePassword(secret, AccountForm.field(context, "password"), Gate.caller(context));
                return secret;
            });
            context.redirect("/sign-in", HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            newPasswordForm(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused));
        }
    }

    private static <T> T withLink(Context context, Function<Secret, T> work) {
        try {
            return work.apply(
                    AccountForm.link(context).orElseThrow(() -> new GoneResponse("This is no link of ours.")));
        } catch (Gone gone) {
            throw new GoneResponse(Problem.detail(gone) + " Ask for a new one.");
        }
    }

    private void account(Context context, String problem, String issued, String done) {
        var user = AccountForm.user(context);
        AccountForm.html(context, pages.account(user, accounts.own().tokens(user), problem, issued, done));
    }

    private void refused(Context context, BadInput refused) {
        account(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused), "", "");
    }

    private void password(Context context) {
        try {
            var session = accounts.own()
                    .password(
                            AccountForm.user(context),
                            AccountForm.field(context, "present"),
                            AccountForm.field(context, "password"),
                            Gate.caller(context));
            cookie.set(context, session);
            account(context, "", "", "The password is changed, and all your other sessions have ended.");
        } catch (BadInput refused) {
            refused(context, refused);
        }
    }

    private void issue(Context context) {
        try {
            var issued = accounts.own()
                    .issue(
                            AccountForm.user(context),
                            AccountForm.field(context, "name"),
                            Scope.all(context.formParams("scope")),
                            AccountForm.days(context),
                            Gate.caller(context));
            account(context, "", issued.secret().text(), "");
        } catch (BadInput refused) {
            refused(context, refused);
        }
    }

    private void revoke(Context context) {
        try {
            accounts.own()
                    .revoke(AccountForm.user(context), AccountForm.id(context.pathParam("id")), Gate.caller(context));
            context.redirect("/account", HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            refused(context, refused);
        }
    }
}
