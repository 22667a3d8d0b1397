package dev.touchstone.models.classify;

import dev.touchstone.auditor.reference.Role;
import dev.touchstone.models.classify.ArgumentReport.Counted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Measures on sentences labelled with concerns how often {@link Arguments} is right. */
public final class ArgumentEvaluation {
    private final LanguageModels language;

    public ArgumentEvaluation(LanguageModels language) {
        this.language = language;
    }

    /** Trains heads for each organisation on nothing that belongs to it, and measures them on what does. */
    public ArgumentReport leaveOneOut(Gold gold, long seed) {
        var concerns = new Gold(List.of(), List.of(), gold.concerns(), Map.of());
        return over(new Corpus(language, concerns), concerns, seed);
    }

    static ArgumentReport over(Corpus corpus, Gold gold, long seed) {
        var byOrganisation = new TreeMap<String, Counted>();
        var random = Counted.NONE;
        var enriched = Counted.NONE;
        for (var organisation : writers(gold)) {
            var heads = new Course(corpus, gold.without(organisation), seed).heads(_ -> true);
            var ownRandom = counted(gold, organisation, true, corpus, heads);
            var ownEnriched = counted(gold, organisation, false, corpus, heads);
            random = random.and(ownRandom);
            enriched = enriched.and(ownEnriched);
            byOrganisation.put(organisation, ownRandom.and(ownEnriched));
        }
        return new ArgumentReport(byOrganisation, random, enriched);
    }

    private static Counted counted(Gold gold, String organisation, boolean random, Corpus corpus, Heads heads) {
        return gold.concerns().parallelStream()
                .filter(sentence ->
                        sentence.random() == random && sentence.example().belongsTo(organisation))
                .map(sentence -> counted(sentence, corpus, heads))
                .reduce(Counted.NONE, Counted::and);
    }

    /** Those that wrote documents of the data; others only lent a charter. */
    private static Set<String> writers(Gold gold) {
        var folders = gold.concerns().stream()
                .map(sentence -> sentence.example().home())
                .collect(Collectors.toSet());
        return gold.concerns().stream()
                .map(sentence -> sentence.example().organisation())
                .filter(folders::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Counted counted(ConcernSentence sentence, Corpus corpus, Heads heads) {
        var probabilities = heads.probabilities(corpus.context(sentence.example()));
        return Arguments.of(0, probabilities, heads)
                .map(argued -> new Counted(1, 1, sentence.gives(argued.concern(), Role.REASON) ? 1 : 0))
                .orElse(new Counted(1, 0, 0));
    }
}
