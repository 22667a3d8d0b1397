package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.web.app.Collecting;
import dev.touchstone.web.app.Collecting.Collected;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.app.TestingIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts that need no model: every {@code .md} below the folder is a document, read by the simple rules of the testing engine. */
final class TestingParts implements Parts {
    @Override
    public Collected collect(Collecting collecting) {
        var sources = new ArrayList<Source>();
        var skipped = new ArrayList<Skipped>();
        for (var folder : collecting.paths()) {
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                    var path = folder.relativize(file).toString();
                    if (path.endsWith(".md")) sources.add(new Source(path, file, List.of()));
                    else skipped.add(new Skipped(path, "not a document"));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return new Collected(sources, skipped);
    }

    @Override
    public Engine engine(Optional<Path> formats) {
        return TestingEngine.engine();
    }

    @Override
    public SearchIndex index(Path folder) {
        return new TestingIndex();
    }

    @Override
    public void close() {}
}
