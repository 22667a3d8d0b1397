package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.indexer.archive.Original;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** The documents and their versions. Equal bytes are in a collection once. */
public final class Documents {
    private static final String VERSIONS = """
            select v.id, v.number, v.current, v.sha256, v.size, v.name, v.claimed_type, v.added_by, v.added_at,
                d.id as document_id, d.collection_id, d.path, d.deleted_at, d.deleted_because
            from versions v join documents d on d.id = v.document_id
            """;

    private final Transaction transaction;

    Documents(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Adds bytes to a collection. When they are new, reading them begins soon after the transaction has ended. */
    public Addition add(Arrival arrival, Workload.Priority priority) {
        var erased = transaction.one(
                "select erased_at, because from erasures where collection_id = ? and sha256 = ?",
                (row, _) -> new Addition.Erased(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                arrival.collection().number(),
                arrival.original().sha256());
        if (erased.isPresent()) return erased.get();
        var known = find(arrival.collection(), arrival.original().sha256());
        if (known.isPresent()) {
            describe(known.get(), arrival, priority);
            return new Addition.Known(standAgain(known.get(), arrival.path()));
        }
        var version = insert(arrival);
        transaction.work().read(version, priority);
        return new Addition.Added(version);
    }

    /** When somebody adds the same bytes at the same moment, the unique key lets one of us begin again and find them. */
    private Version insert(Arrival arrival) {
        var document = ensure(arrival.collection(), arrival.path());
        var number = (int) transaction.number(
                "select coalesce(max(number), 0) + 1 from versions where document_id = ?",
                document.id().number());
        var id = transaction.<Version>newId();
        transaction.change(
                "update versions set current = 0 where document_id = ? and current = 1",
                document.id().number());
        transaction.change(
                """
                insert into versions (id, document_id, collection_id, number, current, sha256, size, name, claimed_type,
                    added_by, added_at)
                values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)""",
                id.number(),
                document.id().number(),
                arrival.collection().number(),
                number,
                arrival.original().sha256(),
                arrival.original().size(),
                arrival.name(),
                arrival.type(),
                transaction.log().caller().actor(),
                transaction.now());
        give(id, arrival.given());
        transaction.done(
                "document.added",
                document.path(),
                Map.of(
                        "document", document.id().toString(),
                        "version", Integer.toString(number),
                        "sha256", arrival.original().sha256()));
        return find(id).orElseThrow();
    }

    private Document ensure(Id<Collection> collection, String path) {
        transaction.change(
                "insert into documents (id, collection_id, path, created_at) values (?, ?, ?, ?) on conflict do nothing",
                transaction.newId().number(),
                collection.number(),
                path,
                transaction.now());
        var document = at(collection, path).orElseThrow();
        restore(document);
        return document;
    }

    /** The same bytes with other metadata are scored anew with these. The day of a file is none of it: copies differ in it. */
    private void describe(Version known, Arrival arrival, Workload.Priority priority) {
        if (arrival.given().isEmpty() || !known.document().path().equals(arrival.path())) return;
        if (told(given(known)).equals(told(arrival.given()))) return;
        transaction.change(
                "delete from given_fields where version_id = ?", known.id().number());
        give(known.id(), arrival.given());
        transaction.work().scoreAgain(known, priority);
        transaction.done("document.described", arrival.path(), Map.of("version", Integer.toString(known.number())));
    }

    private static List<Field> told(List<Field> given) {
        return given.stream()
                .filter(field -> field.origin() != Field.Origin.FILE_DATE)
                .toList();
    }

    private Version standAgain(Version known, String path) {
        var document = known.document();
        restore(document);
        if (known.current() || !document.path().equals(path))
            return find(known.id()).orElseThrow();
        transaction.change(
                "update versions set current = 0 where document_id = ? and current = 1",
                document.id().number());
        transaction.change(
                "update versions set current = 1 where id = ?", known.id().number());
        transaction.indexChanges().mark(document);
        transaction.done("document.reverted", path, Map.of("version", Integer.toString(known.number())));
        return find(known.id()).orElseThrow();
    }

    private void give(Id<Version> version, List<Field> given) {
        for (var position = 0; position < given.size(); position++) {
            var field = given.get(position);
            transaction.change(
                    "insert into given_fields (version_id, position, name, value, origin) values (?, ?, ?, ?, ?)",
                    version.number(),
                    position,
                    field.name(),
                    field.value(),
                    field.origin().name());
        }
    }

    /** What was given with a version, in the order in which it was given. */
    public List<Field> given(Version version) {
        return transaction.list(
                "select name, value, origin from given_fields where version_id = ? order by position",
                (row, _) -> new Field(row.getString(1), row.getString(2), Field.Origin.valueOf(row.getString(3))),
                version.id().number());
    }

    public Optional<Version> find(Id<Version> id) {
        return transaction.one(VERSIONS + "where v.id = ?", Documents::version, id.number());
    }

    /** The version with these bytes. */
    public Optional<Version> find(Id<Collection> collection, String sha256) {
        return transaction.one(
                VERSIONS + "where v.collection_id = ? and v.sha256 = ?",
                Documents::version,
                collection.number(),
                sha256);
    }

    public Optional<Document> document(Id<Document> id) {
        return transaction.one("select * from documents where id = ?", Documents::document, id.number());
    }

    /** The document at a path, deleted or not. */
    public Optional<Document> at(Id<Collection> collection, String path) {
        return transaction.one(
                "select * from documents where collection_id = ? and path = ?",
                Documents::document,
                collection.number(),
                path);
    }

    /** The versions of a document, oldest first. */
    public List<Version> versions(Document document) {
        return transaction.list(
                VERSIONS + "where v.document_id = ? order by v.number",
                Documents::version,
                document.id().number());
    }

    /** What stands in a collection, without what is deleted, in the order of paths after the one given. */
    public List<Version> current(Id<Collection> collection, String after, int limit) {
        return transaction.list(
                VERSIONS
                        + "where d.collection_id = ? and v.current = 1 and d.deleted_at is null and d.path > ? order by d.path limit ?",
                Documents::version,
                collection.number(),
                after,
                limit);
    }

    /** Takes a document out of sight. It can be restored until it is erased. */
    public void delete(Document document, String because) {
        var rows = transaction.change(
                "update documents set deleted_at = ?, deleted_because = ? where id = ? and deleted_at is null",
                transaction.now(),
                because,
                document.id().number());
        if (rows == 0) return;
        transaction.indexChanges().mark(document);
        transaction.done(
                "document.deleted",
                document.path(),
                Map.of("document", document.id().toString(), "because", because));
    }

    /** Brings a deleted document back. */
    public void restore(Document document) {
        var rows = transaction.change(
                "update documents set deleted_at = null, deleted_because = null where id = ? and deleted_at is not null",
                document.id().number());
        if (rows == 0) return;
        transaction.indexChanges().mark(document);
        transaction.done("document.restored", document.path(), Map.of());
    }

    /** Documents that were deleted before a moment: those whose time to be restored is over. */
    public List<Document> deletedBefore(Instant moment) {
        return transaction.list(
                "select * from documents where deleted_at < ? order by deleted_at, id",
                Documents::document,
                moment.toEpochMilli());
    }

    /** Whether any version in any collection has these bytes. What has none may be deleted from the originals. */
    public boolean isReferred(String sha256) {
        return transaction.number("select count(*) from versions where sha256 = ?", sha256) > 0;
    }

    static Version version(ResultSet row, StatementContext context) throws SQLException {
        return new Version(
                new Id<>(row.getLong("id")),
                document(row, row.getLong("document_id")),
                row.getInt("number"),
                row.getInt("current") == 1,
                new Original(row.getString("sha256"), row.getLong("size")),
                new Version.Sent(
                        row.getString("name"),
                        row.getString("claimed_type"),
                        row.getString("added_by"),
                        Instant.ofEpochMilli(row.getLong("added_at"))));
    }

    private static Document document(ResultSet row, StatementContext context) throws SQLException {
        return document(row, row.getLong("id"));
    }

    private static Document document(ResultSet row, long id) throws SQLException {
        var deletion = Transaction.moment(row, "deleted_at");
        var because = String.valueOf(row.getString("deleted_because"));
        return new Document(
                new Id<>(id),
                new Id<>(row.getLong("collection_id")),
                row.getString("path"),
                deletion.map(at -> new Document.Deletion(at, because)));
    }
}
