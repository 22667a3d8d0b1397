package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.web.app.Home.Export;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.ui.Pages;
import dev.touchstone.web.ui.Report;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The pages for people. */
final class PageRoutes {
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

    private final Homes homes;
    private final Uploads uploads;
    private final Function<Context, Pages> pages;

    /**
     * Routes over a home.
     *
     * @param pages for whoever asks
     */
    PageRoutes(Homes homes, Uploads uploads, Function<Context, Pages> pages) {
        this.homes = homes;
        this.uploads = uploads;
        this.pages = pages;
    }

    private Pages pages(Context context) {
        return pages.apply(context);
    }

    private String uploading(Context context, String problem) {
        var home = homes.of(context);
        return pages(context).upload(home.audit(), home.collections(), problem, uploads.limits());
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                "/",
                context -> html(context, pages(context).audit(homes.of(context).audit())));
        routes.get(
                "/decisions",
                context ->
                        html(context, pages(context).decisions(homes.of(context).audit(), question(context))));
        routes.get(
                "/references",
                context -> html(
                        context, pages(context).references(homes.of(context).audit(), question(context))));
        routes.get(
                "/unsure",
                context -> html(context, pages(context).unsure(homes.of(context).audit(), question(context))));
        routes.get(
                "/trade-offs",
                context ->
                        html(context, pages(context).tradeOffs(homes.of(context).audit(), question(context))));
        routes.get(
                "/files",
                context -> html(
                        context,
                        pages(context)
                                .files(
                                        homes.of(context).audit(),
                                        homes.of(context).waiting(),
                                        question(context))));
        routes.get("/search", this::search);
        routes.get(
                "/charter",
                context ->
                        html(context, pages(context).charter(homes.of(context).audit())));
        routes.get("/unnamed-reasons", this::unnamedReason);
        routes.get(
                "/method",
                context -> html(context, pages(context).method(homes.of(context).audit())));
        routes.get("/report.html", this::report);
        routes.get("/upload", context -> html(context, uploading(context, "")));
        routes.post("/upload", this::upload);
        routes.get("/jobs/{id}", this::job);
    }

    static void html(Context context, String page) {
        context.contentType("text/html; charset=utf-8").result(page);
    }

    private Question question(Context context) {
        return Question.parse(context.queryParamMap()).about(homes.of(context).charter());
    }

    private void unnamedReason(Context context) {
        var concern = Optional.ofNullable(context.queryParam("concern")).orElse("");
        var page = Optional.ofNullable(context.queryParam("page")).orElse("1");
        if (!PAGE.matcher(page).matches()) throw new BadInput("page: a whole number from 1, not " + page);
        html(
                context,
                pages(context)
                        .unnamedReason(homes.of(context).audit(), concern, Integer.parseInt(page))
                        .orElseThrow(() -> new NotFoundResponse("The audit has no such reason beside its charter.")));
    }

    /** A query that cannot be understood is answered on the page where it can be mended. */
    private void search(Context context) {
        var audit = homes.of(context).audit();
        var question = question(context);
        try {
            html(
                    context,
                    pages(context).results(audit, question, homes.of(context).search(query(question, Pages.RESULTS))));
        } catch (BadInput misunderstood) {
            html(
                    context.status(HttpStatus.BAD_REQUEST),
                    pages(context).misunderstood(audit, question, Problem.detail(misunderstood)));
        }
    }

    static SearchQuery query(Question question, int limit) {
        return new SearchQuery(
                question.text(), question.filters(), question.period(), (question.page() - 1) * limit, limit);
    }

    /** Refusals come back on the form, so that the next try is one click away. */
    private void upload(Context context) {
        try {
            var sent = Submission.of(context, uploads);
            var job = homes.of(context).submit(sent.collection(), sent.uploads());
            context.redirect("/jobs/" + job.id(), HttpStatus.SEE_OTHER);
        } catch (HttpResponseException refused) {
            html(context.status(refused.getStatus()), uploading(context, Problem.detail(refused)));
        }
    }

    /** The report carries its stylesheet within, which the pages' policy would refuse; it loads nothing else. */
    private void report(Context context) {
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src data:; base-uri 'none'; frame-ancestors 'none'");
        var home = homes.of(context);
        home.exported(Export.REPORT);
        html(context, Report.render(home.audit()));
    }

    private void job(Context context) {
        var job = homes.of(context)
                .job(context.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such upload, or it is long done."));
        html(context, pages(context).job(homes.of(context).audit(), job));
    }
}
