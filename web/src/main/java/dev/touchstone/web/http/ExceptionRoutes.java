package dev.touchstone.web.http;

import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.ui.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The register of exceptions, for people and programs. */
final class ExceptionRoutes {
    private static final String PAGE = "/exceptions";
    private static final String API = "/api/v1/exceptions";

    private final Homes homes;
    private final Function<Context, Pages> pages;

    /**
     * Routes over a home.
     *
     * @param pages for whoever asks
     */
    ExceptionRoutes(Homes homes, Function<Context, Pages> pages) {
        this.homes = homes;
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.get(PAGE, this::page);
        routes.post(PAGE, this::allow);
        routes.post(PAGE + "/{id}/withdraw", this::withdraw);
        routes.get(API, context -> json(context, Register.of(homes.of(context).waivers())));
        routes.post(API, context -> {
            json(context.status(HttpStatus.CREATED), Entry.of(written(context)));
        });
        routes.delete(API + "/{id}", context -> {
            takeBack(context);
            context.status(HttpStatus.NO_CONTENT);
        });
    }

    private void page(Context context) {
        var home = homes.of(context);
        PageRoutes.html(context, pages.apply(context).exceptions(home.audit(), home.waivers()));
    }

    private Waiver written(Context context) {
        var home = homes.of(context);
        return home.allow(ExceptionForm.terms(context, home.audit()));
    }

    private void allow(Context context) {
        var terms = written(context).terms();
        context.redirect(
                "/documents/%s#%s".formatted(DocumentId.of(terms.path()), terms.decision()), HttpStatus.SEE_OTHER);
    }

    private void takeBack(Context context) {
        if (!homes.of(context).withdraw(context.pathParam("id"), ExceptionForm.because(context)))
            throw new NotFoundResponse("The register has no such exception.");
    }

    private void withdraw(Context context) {
        takeBack(context);
        context.redirect(PAGE, HttpStatus.SEE_OTHER);
    }

    private static void json(Context context, Object form) {
        context.contentType("application/json").result(Json.text(form));
    }

    /** The register, those in force first. */
    record Register(List<Entry> exceptions) {
        static Register of(List<Waiver> waivers) {
            return new Register(waivers.stream().map(Entry::of).toList());
        }
    }

    /**
     * One exception.
     *
     * @param until the last day
     * @param writtenBy who wrote it down; null when nobody signed in to do so
     */
    record Entry(
            String id,
            String document,
            String path,
            String decision,
            String title,
            String value,
            String approvedBy,
            String because,
            String until,
            boolean expired,
            @Nullable String writtenBy,
            String writtenAt) {
        static Entry of(Waiver waiver) {
            var terms = waiver.terms();
            return new Entry(
                    waiver.id(),
                    DocumentId.of(terms.path()).text(),
                    terms.path(),
                    terms.decision(),
                    terms.title(),
                    terms.value(),
                    terms.approvedBy(),
                    terms.because(),
                    terms.until().toString(),
                    waiver.expired(),
                    waiver.by().isEmpty() ? null : waiver.by(),
                    waiver.at().toString());
        }
    }
}
