package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place that keeps an audit, its texts and its index: what the pages and the API ask. Safe from several threads. */
public interface Home extends AutoCloseable {
    /** The audit as it stands; uploads that are done are in it. */
    Audit audit();

    /** The text that the offsets of the document with this hash point into. */
    Optional<String> text(String sha256);

    SearchPage search(SearchQuery query);

    /** Takes files to be scored into the audit. They are kept when this returns; scoring goes on in the background. */
    Job submit(List<Upload> uploads);

    Optional<Job> job(String id);

    @Override
    void close();

    /**
     * A file that was sent.
     *
     * @param name as the sender calls it, cleaned of folders and control characters
     * @param file a temporary file with the bytes, which the home takes over
     */
    record Upload(String name, Path file) {}
}
