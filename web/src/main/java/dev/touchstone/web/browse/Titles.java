package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;

/** What to call a document: its title, or its file's name where it has none. */
public final class Titles {
    private Titles() {}

    public static String of(Entry entry) {
        return switch (entry.outcome()) {
            case Audited audited -> of(entry, audited);
            case Failed _ -> fileName(entry);
        };
    }

    static String of(Entry entry, Audited audited) {
        var title = audited.metadata().title();
        return title.isBlank() ? fileName(entry) : title;
    }

    /** Of {@code a.zip!/notes/b.md} it is {@code b.md}. */
    private static String fileName(Entry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }
}
