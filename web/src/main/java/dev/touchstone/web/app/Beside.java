package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What a home knows of a document beside what the audit says of it.
 *
 * @param text that its offsets point into; empty when it is not kept
 * @param versions what has stood in its place; none for a file inside another
 * @param alike documents of the audit with nearly the same text, the likest first
 */
public record Beside(Optional<String> text, List<DocumentVersion> versions, List<Alike> alike) {
    public Beside {
        versions = List.copyOf(versions);
        alike = List.copyOf(alike);
    }

    public static Beside of(Home home, Entry entry) {
        return new Beside(home.text(entry.sha256()), home.versions(entry.path()), home.alike(entry.path()));
    }
}
