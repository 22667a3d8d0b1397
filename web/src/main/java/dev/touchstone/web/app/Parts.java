package dev.touchstone.web.app;

import dev.touchstone.auditor.search.SearchIndex;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what commands need, when they need it: a wrong option costs no model. What it opened, closing it closes. */
public interface Parts extends AutoCloseable {
    /** The documents of a collection. */
    Collecting.Collected collect(Collecting collecting);

    /**
     * Reads and scores documents.
     *
     * @param formats folder with formats of the organisation's own
     */
    Engine engine(Optional<Path> formats);

    /** The index in a folder, made when there is none. */
    SearchIndex index(Path folder);

    @Override
    void close();
}
