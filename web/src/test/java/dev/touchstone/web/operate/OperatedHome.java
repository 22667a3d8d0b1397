package dev.touchstone.web.operate;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A small home to be operated, in a folder of the test's. */
record OperatedHome(HomeFolder folder, Parts parts) {
    private static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    static OperatedHome make(Path place, Parts parts) {
        try {
            var charter = Files.writeString(Files.createTempFile("charter", ".yaml"), CHARTER);
            var folder = new HomeFolder(place);
            Archive.make(folder, charter, parts);
            Files.delete(charter);
            return new OperatedHome(folder, parts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** One with six documents in two collections. */
    static OperatedHome filled(Path place, Parts parts) {
        var home = make(place, parts);
        try (var archive = home.open()) {
            ingest(
                    archive,
                    "records",
                    "pilots/1.md",
                    "We tell all.\nWe tell more.\n",
                    "pilots/2.md",
                    "It has its cost.\n",
                    "office/3.md",
                    "date: 2024-05-01\nNothing.\n",
                    "office/4.md",
                    "UNREADABLE");
            ingest(archive, "board", "1.md", "We tell the board.\n", "2.md", "It has no cost.\n");
        }
        return home;
    }

    Archive open() {
        return Archive.open(folder, parts, TestingEngine.engine());
    }

    static void ingest(Archive archive, String collection, String... pathsAndTexts) {
        ingest(archive, collection, List.of(), pathsAndTexts);
    }

    static void ingest(Archive archive, String collection, List<Field> given, String... pathsAndTexts) {
        try {
            var sources = new ArrayList<Source>();
            for (var i = 0; i < pathsAndTexts.length; i += 2)
                sources.add(new Source(
                        pathsAndTexts[i],
                        Files.writeString(Files.createTempFile("sent", ""), pathsAndTexts[i + 1]),
                        given));
            archive.ingest(collection, new Sources(sources, List.of(), List.of()), Progress.NONE);
            for (var source : sources) Files.delete(source.file());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lets all that is under way come to its end. */
    static void settle(Archive archive) {
        ingest(archive, "records");
        ingest(archive, "board");
    }

    /** A copy in another folder, with the times of the files. */
    OperatedHome copy(Path place, Parts other) {
        try (var files = Files.walk(folder.path())) {
            for (var file : files.toList())
                Files.copy(
                        file,
                        place.resolve(folder.path().relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            return new OperatedHome(new HomeFolder(place), other);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The files below a folder of the home, in order, without those that are empty. */
    static List<Path> files(Path below) {
        try (var files = Files.walk(below)) {
            return files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
