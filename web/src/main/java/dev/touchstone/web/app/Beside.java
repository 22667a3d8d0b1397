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
 * @param waivers the register's exceptions about it
 */
public record Beside(Optional<String> text, List<DocumentVersion> versions, List<Alike> alike, List<Waiver> waivers) {
    public Beside {
        versions = List.copyOf(versions);
        alike = List.copyOf(alike);
        waivers = List.copyOf(waivers);
    }

    public static Beside of(Home home, Entry entry) {
        return new Beside(
                home.text(entry.sha256()),
                home.versions(entry.path()),
                home.alike(entry.path()),
                home.waivers().stream()
                        .filter(waiver -> waiver.terms().path().equals(entry.path()))
                        .toList());
    }
}
