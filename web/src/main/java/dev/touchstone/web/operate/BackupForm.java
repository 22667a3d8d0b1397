package dev.touchstone.web.operate;

import dev.touchstone.indexer.archive.ledger.AuditLog.Head;
import dev.touchstone.indexer.archive.ledger.Copying.Content;
import java.util.List;
import java.util.Map;

/**
 * What {@code backup.json} says of a backup.
 *
 * @param version of the form of backups
 * @param madeAt moment in UTC
 * @param ledger SHA-256 of the file
 * @param tables what each of the ledger's tables holds
 * @param auditHead where the chain of the audit log ended
 * @param lost hashes of bytes that the home did not have any more, or not as they were
 */
public record BackupForm(
        int version,
        String organisation,
        String madeAt,
        String ledger,
        Map<String, Table> tables,
        Kept originals,
        Kept derived,
        LogHead auditHead,
        List<String> lost) {
    static final int VERSION = 1;
    static final String NAME = "backup.json";

    /** Rows, and the sum of their hashes. */
    public record Table(long rows, String sha256) {
        static Table of(Content content) {
            return new Table(content.rows(), content.sha256());
        }
    }

    /** Files by hash: how many, how many bytes, and the hash of the list of their hashes, one a line. */
    public record Kept(long files, long bytes, String sha256) {}

    /** The last entry of the audit log and its hash. */
    public record LogHead(long sequence, String hash) {
        static LogHead of(Head head) {
            return new LogHead(head.sequence(), head.hash());
        }

        Head head() {
            return new Head(sequence, hash);
        }
    }
}
