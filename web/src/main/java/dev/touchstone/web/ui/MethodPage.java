package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.web.app.Accuracy;

/** What is measured and how, what is never done, and what made this audit. */
record MethodPage(Frame frame, String touchstone, String model, String charter, String sample, String accuracy) {
    static MethodPage of(Reader reader, Audit audit) {
        var summary = audit.summary();
        var references = summary.values().stream()
                .mapToInt(line -> line.roles().references())
                .sum();
        return new MethodPage(
                Frame.of(reader, audit, "Method", "/method"),
                audit.provenance().touchstone(),
                audit.provenance().model(),
                "%s, version %d, SHA-256 %s"
                        .formatted(
                                audit.charter().organisation(),
                                audit.charter().version(),
                                audit.charter().sha256()),
                "%s in %s, all counted by the machine; none reviewed by a person yet."
                        .formatted(Numbers.of(references, "reference"), Numbers.of(summary.decisions(), "decision")),
                accuracy(Accuracy.measured()));
    }

    private static String accuracy(Accuracy measured) {
        return ("As shipped, with the encoder minilm, Touchstone was measured against labelled sentences of %d organisations"
                        + " that it had never seen: of a hundred references that it named, %d were labelled as such, and of a hundred labelled ones it named %d.")
                .formatted(measured.organisations(), measured.right(), measured.found());
    }
}
