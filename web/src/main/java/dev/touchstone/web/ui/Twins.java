package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Titles;
import java.util.List;

/**
 * The documents with nearly the same text as another.
 *
 * @param meaning what that means for the numbers, in a sentence
 */
record Twins(String meaning, List<Twin> documents) {
    static final Twins NONE = new Twins("", List.of());

    /** One of them: where it is, and how alike in words. */
    record Twin(Link document, String path, String likeness) {}

    static Twins of(Audit audit, List<Alike> alike) {
        if (alike.isEmpty()) return NONE;
        var catalogue = new Catalogue(audit);
        var twins = alike.stream()
                .flatMap(one -> catalogue.at(one.path()).stream()
                        .map(entry -> new Twin(
                                new Link(Titles.of(entry), Addresses.document(entry)),
                                one.path(),
                                one.hundredths() == 100
                                        ? "the same words"
                                        : "about %d in 100 runs of five words in common".formatted(one.hundredths()))))
                .toList();
        return new Twins(
                "Nearly the same text stands in %s. What it refers to is counted in each of them."
                        .formatted(Numbers.of(twins.size(), "other document")),
                twins);
    }

    boolean any() {
        return !documents.isEmpty();
    }
}
