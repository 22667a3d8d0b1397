package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The texts of a data set, read once for every training and measuring over it. Sentences of an organisation are read with an
 * encoder that has learnt nothing from it: what is built on its traits must not take them for better than they are on sentences
 * that nobody has labelled. Safe from several threads.
 */
final class Corpus {
    private final LanguageModels language;
    /** By {@link Example#home}, then by text. */
    private final Map<String, Map<String, ReadText>> read;

    private final Map<String, Cues> cues = new ConcurrentHashMap<>();

    Corpus(LanguageModels language, Gold gold) {
        this.language = language;
        this.read = new TreeMap<>();
        texts(gold).forEach((home, texts) -> {
            try (var unseen = language.encoder().without(home)) {
                read.put(home, language.with(unseen).read(texts));
            }
        });
    }

    private static Map<String, Set<String>> texts(Gold gold) {
        var texts = new TreeMap<String, Set<String>>();
        Stream.of(
                        gold.evaluated().stream().map(LabelledSentence::example),
                        gold.learnt().stream().map(LabelledSentence::example),
                        gold.concerns().stream().map(ConcernSentence::example))
                .flatMap(examples -> examples)
                .forEach(example -> {
                    var own = texts.computeIfAbsent(example.home(), _ -> new TreeSet<>());
                    var around = example.surroundings();
                    own.add(example.sentence());
                    own.add(around.title());
                    own.add(around.heading());
                    own.add(around.before());
                    own.add(around.after());
                });
        for (var charter : gold.charters().values())
            texts.values().forEach(own -> own.addAll(Recogniser.texts(charter)));
        return texts;
    }

    /** How many texts were read. */
    int size() {
        return read.values().stream().mapToInt(Map::size).sum();
    }

    /** Texts as an encoder sees them that has learnt nothing from where they come from; the charters' texts are among them. */
    Map<String, ReadText> read(String home) {
        return Objects.requireNonNull(read.get(home), home);
    }

    String encoder() {
        return language.encoder().identity();
    }

    SentenceInContext context(Example example) {
        var own = read(example.home());
        var around = example.surroundings();
        return new SentenceInContext(
                text(own, example.sentence()),
                text(own, around.title()),
                text(own, around.heading()),
                text(own, around.before()),
                text(own, around.after()));
    }

    private static ReadText text(Map<String, ReadText> own, String text) {
        return Objects.requireNonNull(own.get(text), text);
    }

    /** Judges examples against a charter, each as an encoder sees it that has learnt nothing from where it comes from. */
    Function<Example, Recogniser> recogniser(Weights weights, Charter charter, Optional<SecondStage> second) {
        var byHome = new ConcurrentHashMap<String, Recogniser>();
        return example ->
                byHome.computeIfAbsent(example.home(), home -> new Recogniser(weights, charter, read(home), second));
    }

    /** The cues of a sentence with its dependencies. */
    Cues cues(SentenceInContext context) {
        return cues.computeIfAbsent(context.sentence().text(), _ -> Recogniser.cues(language, context));
    }
}
