package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import java.util.ArrayList;
import java.util.List;

/** Why a sentence was taken for a reference, and what is said of it: the note in the margin. */
record Note(int number, String value, Label effect, String role, List<String> sayings, List<Because> signals) {
    /** One thing that spoke for it. */
    record Because(String kind, String detail) {}

    static Note of(Charter charter, Reference reference) {
        return new Note(
                reference.number(),
                charter.value(reference.value()).name(),
                Label.of(reference),
                Texts.role(reference.judgement().role()),
                sayings(reference),
                reference.signals().stream()
                        .map(signal -> new Because(Texts.signal(signal.kind()), signal.detail()))
                        .toList());
    }

    private static List<String> sayings(Reference reference) {
        var judgement = reference.judgement();
        var sayings = new ArrayList<String>();
        sayings.add(judgement.explicit() ? "Names the value." : "Does not name the value; it is implied.");
        if (judgement.role() == Role.DECLARATION) sayings.add("States or praises it; nothing hangs on the sentence.");
        else
            sayings.add("Speaks of %s, which %s."
                    .formatted(Texts.about(judgement.about()), Texts.stance(judgement.stance())));
        if (reference.boilerplate()) sayings.add("The text repeats across documents, so it is never at work.");
        var place = Quotation.place(reference);
        if (!place.isEmpty()) sayings.add("In " + place + ".");
        sayings.add("Confidence " + Numbers.confidence(reference.confidence()) + ", not reviewed.");
        return sayings;
    }
}
