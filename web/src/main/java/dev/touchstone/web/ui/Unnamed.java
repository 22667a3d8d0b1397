package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.UnnamedReason;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.web.app.ArgumentAccuracy;
import dev.touchstone.web.browse.Catalogue;
import java.util.List;

/**
 * The reasons that decisions give and the charter does not name.
 *
 * @param explained what the lines are and how far they can be trusted; empty when nothing is to be said
 * @param rest what is left out of the lines, in a sentence; empty when nothing is
 */
record Unnamed(List<Line> lines, String explained, String rest) {
    /**
     * One concern.
     *
     * @param sentences leads to all of them
     * @param examples the surest, of as many documents
     */
    record Line(String concern, String description, String decisions, Link sentences, List<ArguedSentence> examples) {}

    private static final Unnamed NOTHING = new Unnamed(List.of(), "", "");

    static Unnamed of(Audit audit) {
        // Without knowing what the values bundle, or in a handful of decisions, nothing can be said to be missing.
        if (audit.provenance().bundles().isEmpty() || audit.summary().decisions() < UnnamedReason.FEWEST)
            return NOTHING;
        var catalogue = new Catalogue(audit);
        return new Unnamed(
                audit.unnamed().recurring().stream()
                        .map(reason -> line(catalogue, reason))
                        .toList(),
                "Concerns that at least %s decisions give as a reason, and that none of the charter’s values bears on. %s"
                        .formatted(Numbers.spelled(UnnamedReason.FEWEST), accuracy()),
                rest(audit));
    }

    /** Whether there is something to say, be it that nothing recurs. */
    boolean shown() {
        return !explained.isEmpty();
    }

    static String accuracy() {
        return ("Machine count, not reviewed: of a hundred such sentences of organisations that the recogniser had not seen, %d"
                        + " gave that concern as their reason. Many others are passed over, so what is not listed may recur too.")
                .formatted(ArgumentAccuracy.measured().right());
    }

    static String name(String concern) {
        return capital(Concern.plain(concern));
    }

    static String description(String concern) {
        return Concern.named(concern)
                .map(known -> capital(known.description()) + ".")
                .orElse("");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Line line(Catalogue catalogue, UnnamedReason reason) {
        return new Line(
                name(reason.concern()),
                description(reason.concern()),
                Numbers.of(reason.decisions(), "decision"),
                new Link(Numbers.of(reason.sentences().size(), "sentence"), Addresses.unnamed(reason.concern(), 1)),
                reason.examples().stream()
                        .map(quoted -> ArguedSentence.of(catalogue, quoted))
                        .toList());
    }

    private static String rest(Audit audit) {
        var recurring = audit.unnamed().recurring().size();
        var few = audit.unnamed().tooFew();
        var fewer = "fewer than %s decisions".formatted(Numbers.spelled(UnnamedReason.FEWEST));
        if (few == 0) return recurring == 0 ? "No reason was recognised that none of them bears on." : "";
        return recurring == 0
                ? "No concern beside the charter recurs: %s %s a reason in %s, which is too few to say."
                        .formatted(Numbers.of(few, "concern"), few == 1 ? "is" : "are", fewer)
                : "%s %s a reason in %s: too few to say."
                        .formatted(Numbers.of(few, "further concern"), few == 1 ? "is" : "are", fewer);
    }
}
