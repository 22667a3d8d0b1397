package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around every page.
 *
 * @param made what made the audit, for the foot of the page
 */
record Frame(String title, String organisation, List<Tab> tabs, String made) {
    /** One entry of the navigation. */
    record Tab(String name, String href, boolean current) {}

    private record Place(String name, String href) {}

    private static final List<Place> PLACES = List.of(
            new Place("Audit", "/"),
            new Place("Decisions", "/decisions"),
            new Place("References", "/references"),
            new Place("Trade-offs", "/trade-offs"),
            new Place("Search", "/search"),
            new Place("Charter", "/charter"),
            new Place("Upload", "/upload"));

    static Frame of(Audit audit, String title, String href) {
        var charter = audit.charter();
        var made = Stream.of(
                        "Touchstone " + audit.provenance().touchstone(),
                        "model " + audit.provenance().model(),
                        "charter version %d (%s)".formatted(charter.version(), shortened(charter.sha256())))
                .toList();
        return new Frame(title, charter.organisation(), tabs(href), String.join(" · ", made));
    }

    /** The frame of a page that stands without an audit, such as an error's. */
    static Frame bare(String title) {
        return new Frame(title, "", tabs(""), "");
    }

    private static List<Tab> tabs(String current) {
        return PLACES.stream()
                .map(place -> new Tab(place.name(), place.href(), place.href().equals(current)))
                .toList();
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    /** What the browser's tab shows. */
    String fullTitle() {
        return organisation.isEmpty() ? title + " · Touchstone" : title + " · " + organisation + " · Touchstone";
    }
}
