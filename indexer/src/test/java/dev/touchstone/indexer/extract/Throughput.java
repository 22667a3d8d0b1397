package dev.touchstone.indexer.extract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/** Measures how many files of each ending a worker reads in a second of CPU time, warm: the third pass over a folder counts. */
final class Throughput {
    private Throughput() {}

    public static void main(String[] folders) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var reader = new DocumentReader();
        var files = new TreeMap<String, ArrayList<Path>>();
        for (var folder : folders)
            try (var tree = Files.walk(Path.of(folder))) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> file.toString().matches(".*\\.(md|rst|adoc|html|docx|odt|pptx|pdf|eml)"))
                        .sorted()
                        .forEach(file -> files.computeIfAbsent(
                                        file.toString().replaceAll(".*\\.", ""), _ -> new ArrayList<>())
                                .add(file));
            }
        for (var kind : files.entrySet()) {
            var characters = 0L;
            var start = 0L;
            var rest = kind.getValue().subList(0, Math.min(100, kind.getValue().size()));
            for (var pass = 0; pass < 3; pass++) {
                characters = 0;
                start = threads.getCurrentThreadCpuTime();
                for (var file : rest)
                    if (reader.read(file.toString(), Files.readAllBytes(file))
                            instanceof dev.touchstone.auditor.document.Extraction.Extracted extracted)
                        characters += extracted.content().text().length();
            }
            var seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    "%s: %d files, %.1f files and %.0f characters per CPU second%n",
                    kind.getKey(), rest.size(), rest.size() / seconds, characters / seconds);
        }
    }
}
