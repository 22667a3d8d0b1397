package dev.touchstone.web.http;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.web.app.Beside;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.ui.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The pages about one document: the document, its earlier versions, and what changed between them. */
final class DocumentRoutes {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

    private final Homes homes;
    private final Function<Context, Pages> pages;

    /**
     * Routes over a home.
     *
     * @param pages for whoever asks
     */
    DocumentRoutes(Homes homes, Function<Context, Pages> pages) {
        this.homes = homes;
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/documents/{id}", this::document);
        routes.get("/documents/{id}/versions/{version}", this::version);
        routes.get("/documents/{id}/changes", this::changes);
    }

    /** The document that is asked for; the audit log tells that it is seen. */
    static Entry viewed(Home home, Context context) {
        var entry = entry(home, context);
        home.viewed(entry.path());
        return entry;
    }

    static Entry entry(Home home, Context context) {
        return new Catalogue(home.audit())
                .document(context.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("The audit has no such document."));
    }

    static Comparison comparison(Home home, Entry entry, Context context) {
        return Comparison.of(home, entry.path(), chosen(context, "from"), chosen(context, "to"))
                .orElseThrow(() -> new NotFoundResponse("The document has not had two such versions."));
    }

    private static Optional<String> chosen(Context context, String parameter) {
        return Optional.ofNullable(context.queryParam(parameter)).filter(chosen -> !chosen.isEmpty());
    }

    private void document(Context context) {
        var home = homes.of(context);
        var entry = viewed(home, context);
        PageRoutes.html(
                context, pages.apply(context).document(home.audit(), entry, Beside.of(home, entry), sought(context)));
    }

    private void version(Context context) {
        var home = homes.of(context);
        var entry = viewed(home, context);
        var versions = home.versions(entry.path());
        var version = versions.stream()
                .filter(one -> one.sha256().equals(context.pathParam("version")))
                .findFirst()
                .orElseThrow(DocumentRoutes::noVersion);
        if (version.shown()) {
            context.redirect("/documents/" + DocumentId.of(entry.path()));
            return;
        }
        var judged = home.version(entry.path(), version.sha256()).orElseThrow(DocumentRoutes::noVersion);
        PageRoutes.html(
                context, pages.apply(context).earlier(home.audit(), entry, versions, version, judged, sought(context)));
    }

    private static NotFoundResponse noVersion() {
        return new NotFoundResponse("The document has had no such version.");
    }

    private void changes(Context context) {
        var home = homes.of(context);
        var entry = viewed(home, context);
        var comparison = comparison(home, entry, context);
        PageRoutes.html(
                context, pages.apply(context).changes(home.audit(), entry, home.versions(entry.path()), comparison));
    }

    private static Optional<Span> sought(Context context) {
        var range =
                RANGE.matcher(Optional.ofNullable(context.queryParam("passage")).orElse(""));
        if (!range.matches()) return Optional.empty();
        var start = Integer.parseInt(range.group(1));
        var end = Integer.parseInt(range.group(2));
        return start < end ? Optional.of(new Span(start, end)) : Optional.empty();
    }
}
