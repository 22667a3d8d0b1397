package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A home as somebody may see it: what the pages and the API ask. What they may not see is in no answer, as if it were not
 * there. Safe from several threads.
 */
public interface Home {
    /** The audit as it stands; uploads that are done are in it. */
    Audit audit();

    /** The charter of the audit, for which nothing else of it need be looked at. */
    default Charter charter() {
        return audit().charter();
    }

    /** The text that the offsets of the document with this hash point into. */
    Optional<String> text(String sha256);

    /**
     * What has stood at the path of a document of the audit, the newest first; empty when none stands there of its own: a file
     * inside another has the versions of that one.
     */
    List<DocumentVersion> versions(String path);

    /**
     * A version of a document in the terms of the present audit. One that was scored in other terms only is scored in these now,
     * from what was read of it then; that is kept nowhere and counts in nothing.
     *
     * @return empty when no such bytes have stood there
     */
    Optional<Judged> version(String path, String sha256);

    /** The documents of the audit with nearly the same text as the one at this path, the likest first. */
    List<Alike> alike(String path);

    /** The register of exceptions, those in force first, the one that ends soonest before the others. */
    List<Waiver> waivers();

    /**
     * Writes an exception into the register.
     *
     * @param terms about a document of the audit
     */
    Waiver allow(Waiver.Terms terms);

    /**
     * Takes an exception out of the register, as when it was written by mistake.
     *
     * @return false when there is none with this id
     */
    boolean withdraw(String id, String because);

    SearchPage search(SearchQuery query);

    /**
     * Takes files to be scored into the audit. They are kept when this returns; scoring goes on in the background.
     *
     * @param collection name of the one that they join; empty for the main one
     * @throws dev.touchstone.auditor.BadInput when there is no such collection, or a file cannot be taken
     */
    Job submit(String collection, List<Upload> uploads);

    /** Documents that have been sent and are not in the audit yet, in order of their paths. */
    List<Waiting> waiting();

    /** The file with this hash as it was sent, to be closed; empty when it is not in the audit as a file of its own. */
    Optional<Original> original(String sha256);

    /** The names of the collections, in order. */
    List<String> collections();

    /**
     * Takes a document out of sight; it can be brought back for a while.
     *
     * @return false when there is none at this path
     */
    boolean delete(String path, String because);

    Optional<Job> job(String id);

    /** Drops what of a job is not done yet; empty when there is no such job. */
    Optional<Job> cancel(String id);

    /**
     * Says that somebody is about to see a document, so that the audit log tells of those that are confidential. What cannot be
     * written down is not shown.
     *
     * @param path of a document of the audit
     */
    void viewed(String path);

    /** Says that somebody is about to take results out whole, so that the audit log tells. */
    void exported(Export what);

    /** Results that leave as one file. */
    enum Export {
        REPORT,
        REFERENCES,
        AUDIT
    }

    /** A document on its way into the audit. */
    record Waiting(String path, String sha256, Job.State state) {}

    /**
     * Bytes as they were sent.
     *
     * @param size in bytes
     */
    record Original(String name, long size, InputStream bytes) {}

    /**
     * A file that was sent.
     *
     * @param name as the sender calls it, cleaned of folders and control characters
     * @param file a temporary file with the bytes, which the home takes over
     * @param path that it is to stand at in the collection; empty when the sender does not mind
     * @param type media type that the sender claims; empty when none
     * @param fields what the sender knows of it beside its text
     */
    record Upload(String name, Path file, String path, String type, List<Field> fields) {
        public Upload {
            fields = List.copyOf(fields);
        }

        /** A file of which nothing else is known. */
        public Upload(String name, Path file) {
            this(name, file, "", "", List.of());
        }
    }
}
