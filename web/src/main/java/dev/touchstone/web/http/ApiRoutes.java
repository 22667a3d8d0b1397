package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Home.Export;
import dev.touchstone.web.app.Operation;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.ReferencesCsv;
import dev.touchstone.web.json.SearchForm;
import dev.touchstone.web.ui.Pages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages' counterparts for programs. */
final class ApiRoutes {
    private static final String ROOT = "/api/v1";
    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final Homes homes;
    private final Uploads uploads;
    private final Operation operation;
    private final String description;

    /**
     * Routes over a homes.of(context).
     *
     * @param description the OpenAPI document
     */
    ApiRoutes(Homes homes, Operation operation, Uploads uploads, String description) {
        this.homes = homes;
        this.uploads = uploads;
        this.operation = operation;
        this.description = description;
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                ROOT + "/openapi.json",
                context -> context.contentType("application/json").result(description));
        routes.get(ROOT + "/documents", this::documents);
        routes.post(ROOT + "/documents", this::submit);
        routes.get(ROOT + "/documents/{id}", this::document);
        routes.delete(ROOT + "/documents/{id}", this::delete);
        routes.get(ROOT + "/documents/{id}/original", this::original);
        routes.get(ROOT + "/documents/{id}/text", this::text);
        routes.get(ROOT + "/documents/{id}/versions", this::versions);
        routes.get(ROOT + "/documents/{id}/changes", this::changes);
        routes.get(ROOT + "/documents/{id}/alike", this::alike);
        routes.get(
                ROOT + "/collections",
                context -> json(context, new Forms.Collections(homes.of(context).collections())));
        routes.get(ROOT + "/jobs/{id}", this::job);
        routes.delete(ROOT + "/jobs/{id}", this::cancel);
        routes.get(ROOT + "/search", this::search);
        routes.get(
                ROOT + "/audits",
                context -> json(context, Forms.Audits.of(homes.of(context).audit())));
        routes.get(ROOT + "/audits/current", this::audit);
        routes.get(
                ROOT + "/charters",
                context -> json(context, Forms.Charters.of(homes.of(context).charter())));
        routes.get(ROOT + "/references.csv", this::references);
        routes.get("/health/live", context -> json(context, Map.of("status", "up")));
        routes.get("/health/ready", this::ready);
    }

    private static void json(Context context, Object form) {
        context.contentType("application/json").result(Json.text(form));
    }

    /** The cursor is the id of the last document seen: a document that joins meanwhile shifts nothing. */
    private void documents(Context context) {
        var lines = lines(homes.of(context));
        var cursor = Optional.ofNullable(context.queryParam("cursor"));
        var start = cursor.map(id -> after(lines, id)).orElse(0);
        var end = Math.min(lines.size(), start + limit(context));
        var next = end < lines.size() && end > start ? lines.get(end - 1).id() : null;
        json(context, new Forms.Documents(lines.subList(start, end), next));
    }

    /** What is in the audit, then what is on its way into it; a document that is read anew stands where it stood. */
    private static List<Forms.DocumentLine> lines(Home home) {
        var lines = new LinkedHashMap<String, Forms.DocumentLine>();
        // In this order: what arrives in between is in both, and not in neither.
        var waiting = home.waiting();
        home.audit().all().map(Forms.DocumentLine::of).forEach(line -> lines.put(line.id(), line));
        waiting.stream().map(Forms.DocumentLine::of).forEach(line -> lines.putIfAbsent(line.id(), line));
        return List.copyOf(lines.values());
    }

    private static int after(List<Forms.DocumentLine> lines, String id) {
        for (var place = 0; place < lines.size(); place++)
            if (lines.get(place).id().equals(id)) return place + 1;
        throw new BadInput("cursor: there is no document " + id);
    }

    private static int limit(Context context) {
        var limit = context.queryParam("limit");
        if (limit == null) return PAGE;
        try {
            return Math.clamp(Integer.parseInt(limit), 1, LARGEST_PAGE);
        } catch (NumberFormatException notANumber) {
            throw new BadInput("limit: a whole number from 1 to " + LARGEST_PAGE + ", not " + limit);
        }
    }

    private void submit(Context context) {
        var sent = Submission.of(context, uploads);
        var job = homes.of(context).submit(sent.collection(), sent.uploads());
        context.status(HttpStatus.ACCEPTED).header("Location", ROOT + "/jobs/" + job.id());
        json(context, Forms.JobForm.of(job));
    }

    private void audit(Context context) {
        var home = homes.of(context);
        home.exported(Export.AUDIT);
        json(context, AuditWriter.form(home.audit()));
    }

    private void document(Context context) {
        json(context, AuditWriter.document(viewed(context)));
    }

    private Entry viewed(Context context) {
        return DocumentRoutes.viewed(homes.of(context), context);
    }

    private void versions(Context context) {
        var entry = viewed(context);
        json(context, VersionForms.Versions.of(entry, homes.of(context).versions(entry.path())));
    }

    private void changes(Context context) {
        var home = homes.of(context);
        var entry = viewed(context);
        var comparison = DocumentRoutes.comparison(home, entry, context);
        json(context, VersionForms.Changes.of(entry, home.audit().charter(), comparison));
    }

    private void alike(Context context) {
        var entry = viewed(context);
        json(context, Forms.Alikes.of(entry, homes.of(context).alike(entry.path())));
    }

    private void delete(Context context) {
        var because =
                Optional.ofNullable(context.queryParam("because")).orElse("").strip();
        if (because.isEmpty()) throw new BadInput("because: say why, such as ?because=sent%20by%20mistake");
        if (!homes.of(context)
                .delete(DocumentRoutes.entry(homes.of(context), context).path(), because))
            throw new NotFoundResponse("The audit has no such document of its own; it may be inside another.");
        context.status(HttpStatus.NO_CONTENT);
    }

    /** A download and nothing else: whatever a file holds, no browser runs it. */
    private void original(Context context) {
        var sent = homes.of(context)
                .original(viewed(context).sha256())
                .orElseThrow(() -> new NotFoundResponse("There is no file of its own for this document."));
        context.contentType("application/octet-stream")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", Attachment.named(sent.name()))
                .header("Content-Length", Long.toString(sent.size()))
                .result(sent.bytes());
    }

    private void text(Context context) {
        context.contentType("text/plain; charset=utf-8")
                .result(homes.of(context)
                        .text(viewed(context).sha256())
                        .orElseThrow(() -> new NotFoundResponse("Nothing could be read of this document.")));
    }

    private void job(Context context) {
        var job = homes.of(context)
                .job(context.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such job, or it is long done."));
        json(context, Forms.JobForm.of(job));
    }

    private void cancel(Context context) {
        var job = homes.of(context)
                .cancel(context.pathParam("id"))
                .orElseThrow(() -> new NotFoundResponse("There is no such job, or it is long done."));
        json(context, Forms.JobForm.of(job));
    }

    private void search(Context context) {
        var parameters = new HashMap<>(context.queryParamMap());
        parameters.remove("limit");
        var question = Question.parse(parameters).about(homes.of(context).charter());
        var limit = context.queryParam("limit") == null ? Pages.RESULTS : Math.min(limit(context), PAGE);
        json(context, SearchForm.of(homes.of(context).search(PageRoutes.query(question, limit)), question.page()));
    }

    private void references(Context context) throws IOException {
        var home = homes.of(context);
        home.exported(Export.REFERENCES);
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"references.csv\"");
        var out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8);
        ReferencesCsv.write(home.audit(), out);
        out.flush();
    }

    /** Ready is who can answer from all that there is, and take more. */
    private void ready(Context context) {
        var why = operation.unready();
        context.status(why.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        json(context, Map.of("status", why.isEmpty() ? "up" : "not ready", "reason", why.orElse("")));
    }
}
