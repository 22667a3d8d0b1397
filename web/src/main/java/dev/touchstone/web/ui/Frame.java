package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around every page.
 *
 * @param own what is the reader's own, such as their account
 * @param leaves whether the reader can sign out
 * @param foot lines for the foot of the page: what made the audit, and how it is served
 */
record Frame(String title, String organisation, List<Tab> tabs, List<Tab> own, boolean leaves, List<String> foot) {
    /** One entry of the navigation. */
    record Tab(String name, String href, boolean current) {}

    private record Place(String name, String href) {}

    private static final String UPLOAD = "/upload";

    private static final List<Place> PLACES = List.of(
            new Place("Audit", "/"),
            new Place("Decisions", "/decisions"),
            new Place("References", "/references"),
            new Place("Trade-offs", "/trade-offs"),
            new Place("Exceptions", Addresses.EXCEPTIONS),
            new Place("Search", "/search"),
            new Place("Charter", "/charter"),
            new Place("Upload", UPLOAD));

    static Frame of(Reader reader, Audit audit, String title, String href) {
        var charter = audit.charter();
        var made = Stream.of(
                        "Touchstone " + audit.provenance().touchstone(),
                        "model " + audit.provenance().model(),
                        "charter version %d (%s)".formatted(charter.version(), shortened(charter.sha256())))
                .toList();
        return of(reader, title, charter.organisation(), href, String.join(" · ", made));
    }

    /** The frame of a page that stands without an audit, such as an error's. */
    static Frame bare(Reader reader, String title) {
        return of(reader, title, "", "", "");
    }

    /** The frame of a page for somebody who is not signed in: nothing else is offered to them. */
    static Frame outside(String title) {
        return new Frame(title, "", List.of(), List.of(), false, List.of());
    }

    private static Frame of(Reader reader, String title, String organisation, String href, String made) {
        var foot =
                Stream.of(made, reader.note()).filter(line -> !line.isEmpty()).toList();
        return new Frame(title, organisation, tabs(reader, href), own(reader), reader.leaves(), foot);
    }

    private static List<Tab> own(Reader reader) {
        var own = new ArrayList<Tab>();
        if (!reader.name().isEmpty()) own.add(new Tab(reader.name(), AccountFrame.ACCOUNT, false));
        if (reader.administers()) own.add(new Tab("Administration", AccountFrame.USERS, false));
        return List.copyOf(own);
    }

    private static List<Tab> tabs(Reader reader, String current) {
        return PLACES.stream()
                .filter(place -> reader.uploads() || !place.href().equals(UPLOAD))
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
