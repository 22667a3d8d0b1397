package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Summary.Line;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledDoubt;
import dev.touchstone.web.browse.Question;
import java.util.List;

/**
 * The sentences that the model could neither count nor rule out.
 *
 * @param number such as "7 sentences"; leads to all of them where that is another page
 * @param meaning what that means for the numbers, in a sentence; empty when there are none
 */
record Unsure(Link number, String meaning, List<UnsureSentence> sentences) {
    static final Unsure NOTHING = new Unsure(Link.plain(""), "", List.of());

    /** How many there are in an audit. */
    static Unsure counted(Catalogue catalogue) {
        return of(catalogue.doubts(Question.ALL).size(), Addresses.UNSURE, List.of());
    }

    /** Those of an audit. */
    static Unsure of(Audit audit, Catalogue catalogue) {
        var sentences = catalogue.doubts(Question.ALL).stream()
                .map(filed -> UnsureSentence.of(audit, filed))
                .toList();
        return of(sentences.size(), "#unsure", sentences);
    }

    /**
     * Those of one document.
     *
     * @param kept whether its text is there to lead to
     */
    static Unsure of(Audit audit, Entry entry, Audited audited, boolean kept) {
        var sentences = FiledDoubt.of(entry, audited, _ -> true)
                .map(filed -> UnsureSentence.beside(audit, filed, kept))
                .toList();
        return of(sentences.size(), "", sentences);
    }

    /** How many there are of one value. */
    static Unsure counted(Line line) {
        return of(line.unsure(), Addresses.asking(line.value()).address(Addresses.UNSURE), List.of());
    }

    private static Unsure of(int number, String href, List<UnsureSentence> sentences) {
        if (number == 0) return NOTHING;
        return new Unsure(
                new Link(Numbers.of(number, "sentence"), href),
                number == 1
                        ? "It counts in no number; a person may judge it."
                        : "They count in no number; a person may judge them.",
                sentences);
    }

    boolean any() {
        return !meaning.isEmpty();
    }
}
