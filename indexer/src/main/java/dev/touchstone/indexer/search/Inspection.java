package dev.touchstone.indexer.search;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * What is found when every byte of an index is read again. It needs no encoder and no lock, so it can be done beside whoever
 * writes the index.
 *
 * @param faults empty when it is sound
 * @param documents by path, the hash of the bytes that each was made of
 * @param strays files that belong to no index
 */
public record Inspection(List<String> faults, Map<String, String> documents, List<Path> strays) {
    private static final int TRIES = 3;
    private static final String LOCK = "write.lock";

    public Inspection {
        faults = List.copyOf(faults);
        documents = Map.copyOf(documents);
        strays = List.copyOf(strays);
    }

    /** Looks at the index in a folder. A folder without one is an index without documents. */
    public static Inspection of(Path path) {
        var folder = new Folder(path);
        try {
            for (var left = TRIES; ; left--) {
                var before = commit(folder);
                var found = look(folder);
                // Whoever writes may have deleted what was being read: then there is a newer commit.
                if (found.faults().isEmpty() || left == 1 || commit(folder).equals(before)) return found;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the search index " + path, failed);
        }
    }

    /** What names the present commit; a name that cannot be read is one, too. */
    private static String commit(Folder folder) throws IOException {
        var current = folder.current();
        if (current.isEmpty() || !Files.isDirectory(current.get())) return current.toString();
        try (var directory = FSDirectory.open(current.get(), NoLockFactory.INSTANCE)) {
            return current + "/" + SegmentInfos.getLastCommitSegmentsFileName(directory);
        }
    }

    private static Inspection look(Folder folder) throws IOException {
        var current = folder.current();
        if (current.isEmpty() && generations(folder).isEmpty())
            return new Inspection(List.of(), Map.of(), strays(folder, Set.of()));
        if (current.isEmpty() || !Files.isDirectory(current.get()))
            return new Inspection(List.of("the file that names it is damaged"), Map.of(), List.of());
        try (var directory = FSDirectory.open(current.get(), NoLockFactory.INSTANCE);
                var check = new CheckIndex(directory, directory.obtainLock(LOCK))) {
            check.setInfoStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            var status = check.checkIndex();
            if (!status.clean) return new Inspection(List.of("its files are damaged"), Map.of(), List.of());
            return new Inspection(List.of(), documents(directory), strays(folder, files(current.get(), directory)));
        } catch (IOException | RuntimeException damaged) {
            // Lucene has many words for bytes that are not what it wrote.
            return new Inspection(List.of("its files are damaged: " + damaged.getMessage()), Map.of(), List.of());
        }
    }

    private static List<Path> generations(Folder folder) throws IOException {
        if (!Files.isDirectory(folder.path())) return List.of();
        try (var inside = Files.list(folder.path())) {
            return inside.filter(Files::isDirectory).toList();
        }
    }

    private static Map<String, String> documents(FSDirectory directory) throws IOException {
        var documents = new TreeMap<String, String>();
        try (var reader = DirectoryReader.open(directory)) {
            var live = MultiBits.getLiveDocs(reader);
            var stored = reader.storedFields();
            var wanted = Set.of(Fields.shown(Fields.PATH), Fields.SHA256);
            for (var number = 0; number < reader.maxDoc(); number++) {
                if (live != null && !live.get(number)) continue;
                var one = stored.document(number, wanted);
                documents.put(one.get(Fields.shown(Fields.PATH)), one.get(Fields.SHA256));
            }
        }
        return documents;
    }

    private static Set<Path> files(Path generation, FSDirectory directory) throws IOException {
        var files = new HashSet<Path>();
        for (var name : SegmentInfos.readLatestCommit(directory).files(true)) files.add(generation.resolve(name));
        files.add(generation.resolve(LOCK));
        return files;
    }

    private static List<Path> strays(Folder folder, Set<Path> files) throws IOException {
        if (!Files.isDirectory(folder.path())) return List.of();
        var strays = new ArrayList<Path>();
        try (var all = Files.walk(folder.path())) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !files.contains(file))
                    .filter(file -> !file.equals(folder.path().resolve("current")))
                    .filter(file -> !file.equals(folder.path().resolve(LOCK)))
                    .sorted()
                    .forEach(strays::add);
        }
        return strays;
    }
}
