package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Users.User;
import dev.touchstone.web.access.Secret;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.Administration;
import dev.touchstone.web.ui.AccountPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Users and collections, for administrators. */
final class AdministrationRoutes {
    private static final String USERS = "/administration/users";
    private static final String COLLECTIONS = "/administration/collections";

    private final Administration administration;
    private final Optional<String> publicHost;
    private final AccountPages pages;

    AdministrationRoutes(Accounts accounts, AccountPages pages) {
        this.administration = accounts.administration();
        this.publicHost = accounts.settings().publicHost();
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.get(USERS, context -> users(context, "", ""));
        routes.post(USERS, this::add);
        routes.post(
                USERS + "/{id}/role",
                context -> change(context, (user, by) -> administration.role(user, AccountForm.role(context), by)));
        routes.post(USERS + "/{id}/disable", context -> change(context, administration::disable));
        routes.post(USERS + "/{id}/enable", context -> change(context, administration::enable));
        routes.post(
                USERS + "/{id}/second-factor/remove", context -> change(context, administration::removeSecondFactor));
        routes.post(USERS + "/{id}/password", context -> showLink(context, user(context.pathParam("id"))));
        routes.get(COLLECTIONS, context -> collections(context, ""));
        routes.post(COLLECTIONS, this::make);
        routes.post(
                COLLECTIONS + "/{id}/access",
                context -> alter(
                        context,
                        (collection, by) -> administration.restrict(collection, AccountForm.access(context), by)));
        routes.post(
                COLLECTIONS + "/{id}/members",
                context ->
                        alter(context, (collection, by) -> administration.addMember(collection, chosen(context), by)));
        routes.post(
                COLLECTIONS + "/{id}/members/remove",
                context -> alter(
                        context, (collection, by) -> administration.removeMember(collection, chosen(context), by)));
    }

    private void users(Context context, String problem, String link) {
        AccountForm.html(
                context,
                pages.users(
                        AccountForm.user(context), administration.users(), problem, link, administration.stopped()));
    }

    private void add(Context context) {
        try {
            showLink(
                    context,
                    administration.add(
                            AccountForm.field(context, "name"),
                            AccountForm.field(context, "shown"),
                            AccountForm.role(context),
                            Optional.empty(),
                            Gate.caller(context)));
        } catch (BadInput refused) {
            users(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused), "");
        }
    }

    private void showLink(Context context, User user) {
        users(context, "", address(context, administration.passwordLink(user, Gate.caller(context))));
    }

    private String address(Context context, Secret link) {
        return publicHost.map("https://"::concat).orElseGet(() -> "http://" + context.header("Host"))
                + "/new-password?link=" + link.text();
    }

    private void change(Context context, BiConsumer<User, Caller> work) {
        try {
            work.accept(user(context.pathParam("id")), Gate.caller(context));
            context.redirect(USERS, HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            users(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused), "");
        }
    }

    private User user(String id) {
        return administration
                .user(AccountForm.<User>id(id))
                .orElseThrow(() -> new NotFoundResponse("There is no such user."));
    }

    private User chosen(Context context) {
        return user(AccountForm.field(context, "user"));
    }

    private void collections(Context context, String problem) {
        AccountForm.html(
                context,
                pages.collections(
                        AccountForm.user(context), administration.collections(), administration.users(), problem));
    }

    private void make(Context context) {
        try {
            administration.make(AccountForm.field(context, "name"), AccountForm.access(context), Gate.caller(context));
            context.redirect(COLLECTIONS, HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            collections(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused));
        }
    }

    private void alter(Context context, BiConsumer<Collection, Caller> work) {
        try {
            var collection = administration
                    .collection(AccountForm.<Collection>id(context.pathParam("id")))
                    .orElseThrow(() -> new NotFoundResponse("There is no such collection."));
            work.accept(collection, Gate.caller(context));
            context.redirect(COLLECTIONS, HttpStatus.SEE_OTHER);
        } catch (BadInput refused) {
            collections(context.status(HttpStatus.BAD_REQUEST), Problem.detail(refused));
        }
    }
}
