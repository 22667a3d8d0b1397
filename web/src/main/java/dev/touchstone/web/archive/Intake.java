package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import java.nio.file.Path;
import java.util.Optional;

/** A home that takes a folder of documents, or is scored anew, at somebody's word, and shows what came of it. */
public interface Intake extends AutoCloseable {
    /**
     * Opens a home to do the work here, or, when it is being served, to give the work to the process that serves it.
     *
     * @throws BadInput when there is no home, or the process that serves it judges in another way than {@code engine}
     */
    static Intake open(HomeFolder folder, Parts parts, Engine engine) {
        folder.check();
        return isServed(folder) ? ServedHome.open(folder, parts, engine) : Archive.open(folder, parts, engine);
    }

    /** Whether another process serves a home, or writes to it otherwise. */
    static boolean isServed(HomeFolder folder) {
        return HomeLock.isTaken(folder.path());
    }

    /**
     * Takes documents into a collection, which is made when there is none with this name, and waits until all of them have
     * come to their end and can be found.
     */
    void ingest(String collection, Sources sources, Progress progress);

    /** Scores all that the home holds anew, against another charter when one is given, and waits until people see it. */
    void rescore(Optional<Path> charter, Progress progress);

    /** What everybody together may see. */
    Audit everything();

    @Override
    void close();
}
