package dev.touchstone.web.ui;

import dev.touchstone.web.app.DocumentVersion;
import java.util.ArrayList;
import java.util.List;

/** The versions that a document has had, the newest first. */
record VersionList(List<Row> rows) {
    private static final int DIGITS = 12;

    /**
     * One version.
     *
     * @param by who sent it; empty when that is not known
     * @param hash the first digits, which are enough to tell versions apart
     * @param change leads to what changed with it; empty for the first
     */
    record Row(Link version, boolean shown, String day, String by, String hash, Link change) {}

    /**
     * The versions of a document.
     *
     * @param here hash of the one whose page this is
     */
    static VersionList of(String path, List<DocumentVersion> versions, String here) {
        var rows = new ArrayList<Row>();
        for (var place = 0; place < versions.size(); place++) {
            var version = versions.get(place);
            var earlier = versions.subList(place + 1, versions.size()).stream().findFirst();
            rows.add(new Row(
                    version.sha256().equals(here) ? Link.plain(name(version)) : link(path, version),
                    version.shown(),
                    Texts.moment(version.at()),
                    version.by(),
                    shortened(version),
                    earlier.map(before -> new Link(
                                    "What changed since version " + before.number(),
                                    Addresses.changes(path, before, version)))
                            .orElse(Link.plain(""))));
        }
        return new VersionList(List.copyOf(rows));
    }

    boolean isOne() {
        return rows.size() <= 1;
    }

    boolean namesSenders() {
        return rows.stream().anyMatch(row -> !row.by().isEmpty());
    }

    static String name(DocumentVersion version) {
        return "Version " + version.number();
    }

    static Link link(String path, DocumentVersion version) {
        return new Link(name(version), Addresses.version(path, version));
    }

    static String shortened(DocumentVersion version) {
        return version.sha256().substring(0, Math.min(DIGITS, version.sha256().length()));
    }

    /** How the one that is shown came, in words. */
    static String came(DocumentVersion version) {
        var by = version.by().isEmpty() ? "" : "by " + version.by() + ", ";
        return by + "SHA-256 " + shortened(version) + "…";
    }
}
