package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.web.app.Beside;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home.Waiting;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.browse.Comparison;
import dev.touchstone.web.browse.Question;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All pages as HTML. Whatever an audit holds is escaped for its place by the template engine. */
public final class Pages {
    /** How many passages a page of search results shows. */
    public static final int RESULTS = ResultsPage.SIZE;

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            Path.of("."), ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

    private final Reader reader;

    /** Pages for anybody. */
    public Pages() {
        this(Reader.ANYBODY);
    }

    private Pages(Reader reader) {
        this.reader = reader;
    }

    /** The same pages, for this reader. */
    public Pages readBy(Reader other) {
        return new Pages(other);
    }

    public String audit(Audit audit) {
        return html("audit", AuditPage.of(reader, audit));
    }

    public String decisions(Audit audit, Question question) {
        return html("decisions", DecisionsPage.of(reader, audit, question));
    }

    public String references(Audit audit, Question question) {
        return html("references", ReferencesPage.of(reader, audit, question));
    }

    /** The sentences that are left to a person to judge. */
    public String unsure(Audit audit, Question question) {
        return html("unsurelist", UnsurePage.of(reader, audit, question));
    }

    public String tradeOffs(Audit audit, Question question) {
        return html("tradeoffs", TradeOffsPage.of(reader, audit, question));
    }

    /**
     * All files.
     *
     * @param waiting those on their way into the audit
     */
    public String files(Audit audit, List<Waiting> waiting, Question question) {
        return html("files", FilesPage.of(reader, audit, waiting, question));
    }

    /**
     * One document.
     *
     * @param beside what the home knows of it
     * @param sought the passage that the reader was sent to
     */
    public String document(Audit audit, Entry entry, Beside beside, Optional<Span> sought) {
        return html("document", DocumentPage.of(reader, audit, entry, beside, sought));
    }

    /**
     * A version of a document that is not the one in the audit.
     *
     * @param entry the document in the audit
     * @param versions what has stood in its place, this one among them
     */
    public String earlier(
            Audit audit,
            Entry entry,
            List<DocumentVersion> versions,
            DocumentVersion version,
            Judged judged,
            Optional<Span> sought) {
        return html("document", DocumentPage.earlier(reader, audit, entry, versions, version, judged, sought));
    }

    /** What changed from one version of a document to another. */
    public String changes(Audit audit, Entry entry, List<DocumentVersion> versions, Comparison comparison) {
        return html("changes", ChangesPage.of(reader, audit, entry, versions, comparison));
    }

    /** The register of exceptions. */
    public String exceptions(Audit audit, List<Waiver> waivers) {
        return html("exceptions", ExceptionsPage.of(reader, audit, waivers));
    }

    public String results(Audit audit, Question question, SearchPage page) {
        return html("results", ResultsPage.of(reader, audit, question, page));
    }

    /** The search page with what of the query cannot be understood. */
    public String misunderstood(Audit audit, Question question, String message) {
        return html("results", ResultsPage.misunderstood(reader, audit, question, message));
    }

    /**
     * The upload form.
     *
     * @param collections names of those that files may join
     * @param problem why the last try was refused; empty at first
     * @param limits what may be sent, in a sentence
     */
    public String upload(Audit audit, List<String> collections, String problem, String limits) {
        return html("upload", UploadPage.of(reader, audit, collections, problem, limits));
    }

    public String job(Audit audit, Job job) {
        return html("job", JobPage.of(reader, audit, job));
    }

    /**
     * The sentences that argue with a concern which no value of the charter covers.
     *
     * @param page from 1
     * @return empty when the audit has no such reason
     */
    public Optional<String> unnamedReason(Audit audit, String concern, int page) {
        return UnnamedPage.of(reader, audit, concern, page).map(shown -> html("unnamedreason", shown));
    }

    public String charter(Audit audit) {
        return html("charter", CharterPage.of(reader, audit));
    }

    public String method(Audit audit) {
        return html("method", MethodPage.of(reader, audit));
    }

    /** A page for what went wrong; it needs no audit. */
    public String problem(int status, String title, String detail) {
        return html("problem", ProblemPage.of(reader, status, title, detail));
    }

    static String html(String template, Record page) {
        var output = new StringOutput();
        TEMPLATES.render(template + ".jte", page, output);
        return output.toString();
    }
}
