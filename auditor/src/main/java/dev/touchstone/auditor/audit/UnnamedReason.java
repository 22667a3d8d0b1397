package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Confidence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * A concern that decisions give as a reason time and again, though no value of the charter bundles it.
 *
 * @param concern id in the inventory
 * @param decisions in which at least one sentence argues with it
 * @param sentences that argue with it in these decisions, by document and place
 */
public record UnnamedReason(String concern, int decisions, List<Quoted> sentences) {
    /** Fewer decisions than this are no finding: one author's habit or the machine's mistakes could make as many. */
    public static final int FEWEST = Least.USUAL.decisions();

    private static final int EXAMPLES = 3;

    private static final Comparator<Quoted> SUREST = Comparator.<Quoted, Confidence>comparing(
                    quoted -> quoted.argument().confidence(), Comparator.reverseOrder())
            .thenComparing(Quoted::path)
            .thenComparingInt(quoted -> quoted.argument().evidence().span().start());

    public UnnamedReason {
        sentences = List.copyOf(sentences);
    }

    /** The surest of its sentences, of as many documents. */
    public List<Quoted> examples() {
        var documents = new HashSet<String>();
        return sentences.stream()
                .sorted(SUREST)
                .filter(quoted -> documents.add(quoted.path()))
                .limit(EXAMPLES)
                .toList();
    }

    /** The sentence and the document that it stands in. */
    public record Quoted(String path, Argument argument) {}
}
