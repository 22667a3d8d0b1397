package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.models.classify.EvaluationReport.SimpleMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Methods that the model is measured against, besides keywords; each learns from other organisations alone. */
final class SimpleMethods {
    /** In sentences: a rarer word's neighbours are chance. */
    private static final int FEWEST = 5;

    private final Corpus corpus;
    private final Gold gold;
    private final Map<String, ReadText> vocabulary;

    /** @param language to read single words with */
    SimpleMethods(Corpus corpus, Gold gold, LanguageModels language) {
        this.corpus = corpus;
        this.gold = gold;
        this.vocabulary = language.read(words());
    }

    private Set<String> words() {
        var counts = new TreeMap<String, Integer>();
        for (var sentence : gold.learnt())
            for (var word : corpus.context(sentence.example()).sentence().words())
                if (word.lemma().length() > 2) counts.merge(word.lemma(), 1, Integer::sum);
        counts.values().removeIf(count -> count < FEWEST);
        return new TreeSet<>(counts.keySet());
    }

    /** What one method finds in one sentence. */
    private interface Method {
        Set<Value.Id> found(ReadText sentence);
    }

    /** By the method's name: the means over organisations. */
    Map<String, SimpleMean> means() {
        var pairs = new TreeMap<String, List<List<Pair>>>();
        for (var organisation : gold.organisations())
            methods(organisation)
                    .forEach((name, method) ->
                            pairs.computeIfAbsent(name, _ -> new ArrayList<>()).add(pairs(organisation, method)));
        var means = new TreeMap<String, SimpleMean>();
        pairs.forEach((name, byOrganisation) -> means.put(name, mean(byOrganisation)));
        return means;
    }

    private Map<String, Method> methods(String organisation) {
        var charter = gold.charter(organisation);
        var read = new TreeMap<>(corpus.read(organisation));
        read.putAll(vocabulary);
        var dictionary = SeedDictionary.of(charter.values(), vocabulary.keySet(), read);
        var regression = FrozenVectors.learn(corpus, gold.without(organisation));
        return Map.of(
                "dictionary", dictionary::found, "regression", sentence -> regression.found(sentence, charter, read));
    }

    private List<Pair> pairs(String organisation, Method method) {
        return gold.evaluated().stream()
                .filter(sentence -> sentence.example().organisation().equals(organisation))
                .flatMap(sentence -> pairs(sentence, gold.charter(organisation), method).stream())
                .toList();
    }

    private List<Pair> pairs(LabelledSentence sentence, Charter charter, Method method) {
        var found = method.found(corpus.context(sentence.example()).sentence());
        return charter.values().stream()
                .map(Value::id)
                .filter(value -> !sentence.disputed().contains(value))
                .map(value -> new Pair(
                        sentence.example().document(),
                        value,
                        sentence.random(),
                        sentence.label(value).isPresent(),
                        sentence.label(value)
                                .filter(LabelledSentence.Label::explicit)
                                .isPresent(),
                        found.contains(value),
                        Confidence.of(found.contains(value) ? 1 : 0)))
                .toList();
    }

    private static SimpleMean mean(List<List<Pair>> byOrganisation) {
        return new SimpleMean(
                byOrganisation.stream()
                        .mapToDouble(pairs -> Metrics.hits(pairs).f1())
                        .average()
                        .orElse(0),
                byOrganisation.stream()
                        .mapToDouble(pairs -> Metrics.hits(
                                        pairs.stream().filter(Pair::random).toList())
                                .f1())
                        .average()
                        .orElse(0));
    }
}
