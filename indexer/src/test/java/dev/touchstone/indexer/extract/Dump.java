package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.extract.text.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints what the extractor makes of files: by hand, for eyes. */
final class Dump {
    private Dump() {}

    public static void main(String[] files) throws Exception {
        try (var pool = new WorkerPool(
                WorkerSettings.usual(Files.createTempDirectory("dump")).withWorkers(1))) {
            for (var file : files) {
                System.out.println("=== " + file);
                show(pool.extract(new Source(file, Path.of(file), List.of())), "");
            }
        }
    }

    private static void show(Extraction extraction, String indent) {
        switch (extraction) {
            case Extraction.Unreadable unreadable -> System.out.println(indent + "! " + unreadable.reason());
            case Extraction.Extracted extracted -> {
                System.out.println(indent + extracted.mediaType() + " " + extracted.language() + " "
                        + extracted.fields() + " " + extracted.limits());
                Shown.blocks(extracted.content()).forEach(line -> System.out.println(indent + line));
                for (var part : extracted.parts()) {
                    System.out.println(indent + "--- " + part.name());
                    show(part.extraction(), indent + "    ");
                }
            }
        }
    }
}
