package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The files of watched folders, each as it was when it was taken. */
public final class WatchedFiles {
    private final Transaction transaction;

    WatchedFiles(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A file as it was taken.
     *
     * @param stamp what tells whether it is still as it was, without reading it
     * @param sha256 of its bytes
     */
    public record Taken(String stamp, String sha256) {}

    /** The files of a folder by their paths. */
    public Map<String, Taken> of(Id<Collection> collection, String folder) {
        var files = new TreeMap<String, Taken>();
        transaction
                .list(
                        "select path, stamp, sha256 from watched_files where collection_id = ? and folder = ?",
                        (row, _) -> Map.entry(row.getString(1), new Taken(row.getString(2), row.getString(3))),
                        collection.number(),
                        folder)
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    /** Says how a file is now. */
    public void put(Id<Collection> collection, String folder, String path, Taken taken) {
        transaction.change("""
                insert into watched_files (collection_id, folder, path, stamp, sha256) values (?, ?, ?, ?, ?)
                on conflict (collection_id, folder, path) do update
                set stamp = excluded.stamp, sha256 = excluded.sha256""", collection.number(), folder, path, taken.stamp(), taken.sha256());
    }

    /** Says that a file is gone. */
    public void remove(Id<Collection> collection, String folder, String path) {
        transaction.change(
                "delete from watched_files where collection_id = ? and folder = ? and path = ?",
                collection.number(),
                folder,
                path);
    }

    /** Whether any file of any watched folder has these bytes. */
    public boolean holds(Id<Collection> collection, String sha256) {
        return transaction.number(
                        "select count(*) from watched_files where collection_id = ? and sha256 = ?",
                        collection.number(),
                        sha256)
                > 0;
    }
}
