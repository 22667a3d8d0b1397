package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.Original;
import java.util.Optional;

/** What was made of versions and by what. The bytes lie in a store by hash; here is which of them belong to what. */
public final class Artifacts {
    private final Transaction transaction;

    Artifacts(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What can be made of a version. */
    public enum Kind {
        /** The text with its blocks and what the file says of itself. */
        EXTRACTION,
        /** The text that offsets point into. */
        TEXT,
        /** The decision model: metadata, format, sections, options. */
        STRUCTURE,
        /** Sentences with their vectors. */
        VECTORS,
        /** What was read of its texts whatever the charter: words, vectors, dependencies where these were asked for. */
        READ
    }

    /**
     * Says what was made; what the same maker made of it before is replaced.
     *
     * @param maker name and version of what made it: another maker's work stands beside it
     */
    public void put(Id<Version> version, Kind kind, String maker, Original bytes) {
        transaction.change("""
                insert into artifacts (version_id, kind, maker, sha256, size, made_at) values (?, ?, ?, ?, ?, ?)
                on conflict (version_id, kind, maker) do update
                set sha256 = excluded.sha256, size = excluded.size, made_at = excluded.made_at""", version.number(), kind.name(), maker, bytes.sha256(), bytes.size(), transaction.now());
    }

    public Optional<Original> find(Id<Version> version, Kind kind, String maker) {
        return transaction.one(
                "select sha256, size from artifacts where version_id = ? and kind = ? and maker = ?",
                (row, _) -> new Original(row.getString("sha256"), row.getLong("size")),
                version.number(),
                kind.name(),
                maker);
    }

    /** Whether anything in the ledger refers to these derived bytes. What has no reference may be deleted. */
    public boolean isReferred(String sha256) {
        return transaction.number("""
                        select (select count(*) from artifacts where sha256 = ?)
                            + (select count(*) from results where entry_sha256 = ?)
                            + (select count(*) from runs where boilerplate = ?)""", sha256, sha256, sha256) > 0;
    }
}
