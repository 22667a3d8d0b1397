package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.document.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches that one hash means one text. Equal bytes under two endings ({@code a.md} and {@code a.txt}) can be read as two
 * texts, but there is one text file for the hash, and quotations must be found in it: the second document is left out.
 */
final class SameBytes {
    private record Kept(String path, String textHash) {}

    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, String> leftOut = new HashMap<>();

    /** Whether the document's text is the first of its hash, or the same as the first. */
    boolean isNew(Entry entry, String text) {
        var textHash = Sha256.of(text);
        var first = kept.computeIfAbsent(entry.sha256(), _ -> new Kept(entry.path(), textHash));
        if (first.textHash().equals(textHash)) return true;
        leftOut.put(entry.path(), first.path());
        return false;
    }

    /** The audit in which the documents left out have failed, and say why. */
    Audit told(Audit audit) {
        if (leftOut.isEmpty()) return audit;
        return audit.with(told(audit.entries()), audit.skipped());
    }

    private List<Entry> told(List<Entry> entries) {
        return entries.stream().map(this::told).toList();
    }

    private Entry told(Entry entry) {
        var parts = told(entry.parts());
        var first = leftOut.get(entry.path());
        if (first == null) return new Entry(entry.path(), entry.sha256(), entry.outcome(), parts);
        var reason = "the same bytes as %s, whose other ending makes another text of them; keep one".formatted(first);
        return new Entry(entry.path(), entry.sha256(), new Failed(reason), parts);
    }
}
