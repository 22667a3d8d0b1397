package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.UnnamedReason;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Slice;
import java.util.List;
import java.util.Optional;

/** The sentences behind a reason that the charter does not name: exactly as many as its number counts. */
record UnnamedPage(
        Frame frame,
        String concern,
        String description,
        String found,
        String caution,
        List<ArguedSentence> sentences,
        Pager pager) {
    private static final int SIZE = 40;

    /**
     * Shows one concern.
     *
     * @return empty when the concern is no such reason of this audit
     */
    static Optional<UnnamedPage> of(Reader reader, Audit audit, String concern, int page) {
        return audit.unnamed().recurring().stream()
                .filter(reason -> reason.concern().equals(concern))
                .findFirst()
                .map(reason -> of(reader, audit, reason, page));
    }

    private static UnnamedPage of(Reader reader, Audit audit, UnnamedReason reason, int page) {
        var catalogue = new Catalogue(audit);
        var slice = Slice.of(reason.sentences(), page, SIZE);
        var name = Unnamed.name(reason.concern());
        return new UnnamedPage(
                Frame.of(reader, audit, name, ""),
                name,
                Unnamed.description(reason.concern()),
                "%s in %s"
                        .formatted(
                                Numbers.of(reason.sentences().size(), "sentence"),
                                Numbers.of(reason.decisions(), "decision")),
                Unnamed.accuracy(),
                slice.items().stream()
                        .map(quoted -> ArguedSentence.of(catalogue, quoted))
                        .toList(),
                Pager.of(slice, to -> Addresses.unnamed(reason.concern(), to)));
    }
}
