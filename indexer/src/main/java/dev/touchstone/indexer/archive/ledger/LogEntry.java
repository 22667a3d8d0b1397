package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.document.Sha256;
import java.time.Instant;
import java.util.Map;

/**
 * One act in the audit log.
 *
 * @param sequence from 1, without gaps
 * @param details a JSON object with its keys in order
 */
public record LogEntry(long sequence, Instant at, Caller caller, String act, String subject, String details) {
    static LogEntry of(long sequence, long at, Caller caller, String act, String subject, Map<String, String> details) {
        return new LogEntry(
                sequence,
                Instant.ofEpochMilli(at),
                new Caller(
                        Storable.text(caller.actor()),
                        Storable.text(caller.address()),
                        Storable.text(caller.request())),
                Storable.text(act),
                Storable.text(subject),
                Storable.text(CanonicalJson.object(details)));
    }

    public String actor() {
        return caller.actor();
    }

    public String address() {
        return caller.address();
    }

    public String request() {
        return caller.request();
    }

    /** The hash of this entry and, through the one before it, of all before it. */
    String hashAfter(String previous) {
        var fields = CanonicalJson.object(Map.of(
                "act", act,
                "actor", actor(),
                "address", address(),
                "at", Long.toString(at.toEpochMilli()),
                "details", details,
                "request", request(),
                "sequence", Long.toString(sequence),
                "subject", subject));
        return Sha256.of(previous + "\n" + fields);
    }
}
