package dev.touchstone.indexer.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;

/** The index as one commit left it. It stays whole while somebody reads it, whatever is published meanwhile. */
final class Snapshot implements Closeable {
    private final Path generation;
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final ReferenceTerms references;

    private Snapshot(Path generation, FSDirectory directory, DirectoryReader reader) throws IOException {
        this.generation = generation;
        this.directory = directory;
        this.reader = reader;
        this.references = ReferenceTerms.of(reader);
    }

    static Snapshot open(Path generation) throws IOException {
        var directory = FSDirectory.open(generation);
        try {
            return new Snapshot(generation, directory, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException failed) {
            directory.close();
            throw failed;
        }
    }

    Path generation() {
        return generation;
    }

    /** A newer commit of the same generation, if there is one. */
    Optional<Snapshot> newer() throws IOException {
        var newer = DirectoryReader.openIfChanged(reader);
        return newer == null ? Optional.empty() : Optional.of(new Snapshot(generation, directory, newer));
    }

    /** What its maker wrote with the commit. */
    Map<String, String> written() throws IOException {
        return reader.getIndexCommit().getUserData();
    }

    DirectoryReader reader() {
        return reader;
    }

    ReferenceTerms references() {
        return references;
    }

    /** One reader more; each closes once. */
    Snapshot shared() {
        reader.incRef();
        return this;
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }

    /** The last close: nobody will ask for a newer commit of this generation. Those who still read it can go on. */
    void retire() throws IOException {
        close();
        directory.close();
    }
}
