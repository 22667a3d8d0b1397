package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.UnnamedReason.Quoted;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.score.Scorecard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The reasons that an organisation decides by and its charter does not name.
 *
 * @param recurring those with enough decisions, the most frequent first
 * @param tooFew how many further concerns were given as a reason in too few decisions to say anything
 */
public record UnnamedReasons(List<UnnamedReason> recurring, int tooFew) {
    public static final UnnamedReasons NONE = new UnnamedReasons(List.of(), 0);

    private static final Comparator<UnnamedReason> MOST_FREQUENT = Comparator.comparingInt(UnnamedReason::decisions)
            .thenComparingInt(reason -> reason.sentences().size())
            .reversed()
            .thenComparing(UnnamedReason::concern);

    public UnnamedReasons {
        recurring = List.copyOf(recurring);
    }

    /**
     * Gathers what the decisions argue with beside the charter.
     * <pre>
     * values bundle      security; resource-cost
     * decisions argue    6 with reliability, 9 with resource-cost, 2 with privacy
     * unnamed            reliability, in 6 decisions; 1 with too few
     * </pre>
     *
     * @param bundles of all values; without any nothing can be said
     */
    static UnnamedReasons of(List<Bundle> bundles, Collection<Entry> entries) {
        if (bundles.isEmpty()) return NONE;
        var named =
                bundles.stream().flatMap(bundle -> bundle.concerns().stream()).collect(Collectors.toSet());
        Map<String, Gathered> byConcern = new TreeMap<>();
        entries.stream().flatMap(Entry::all).forEach(entry -> {
            if (entry.outcome() instanceof Audited audited && audited.extent().scored())
                gather(entry.path(), audited, named, byConcern);
        });
        var all = byConcern.entrySet().stream()
                .map(gathered -> gathered.getValue().reason(gathered.getKey()))
                .toList();
        var recurring = all.stream()
                .filter(reason -> reason.decisions() >= UnnamedReason.FEWEST)
                .sorted(MOST_FREQUENT)
                .toList();
        return new UnnamedReasons(recurring, all.size() - recurring.size());
    }

    private static void gather(String path, Audited audited, Set<String> named, Map<String, Gathered> byConcern) {
        for (var argument : audited.arguments()) {
            if (named.contains(argument.concern())) continue;
            for (var scorecard : audited.scorecards())
                if (scorecard.decision().span().contains(argument.evidence().span()))
                    byConcern
                            .computeIfAbsent(argument.concern(), _ -> new Gathered())
                            .add(path, scorecard, new Quoted(path, argument));
        }
    }

    /** What was found of one concern so far. */
    private static final class Gathered {
        private final Set<String> decisions = new HashSet<>();
        private final List<Quoted> sentences = new ArrayList<>();

        void add(String path, Scorecard scorecard, Quoted quoted) {
            decisions.add(path + "#" + scorecard.decision().id());
            sentences.add(quoted);
        }

        UnnamedReason reason(String concern) {
            return new UnnamedReason(concern, decisions.size(), sentences);
        }
    }
}
