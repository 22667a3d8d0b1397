package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Charter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        examples(gold).collect(Collectors.groupingBy(Example::home)).forEach((home, examples) -> {
            try (var unseen = language.encoder().without(home)) {
                read.put(
                        home,
                        read(language.with(unseen), examples, gold.charters().values()));
            }
        });
    }

    private static Stream<Example> examples(Gold gold) {
        return Stream.of(
                        gold.evaluated().stream().map(LabelledSentence::example),
                        gold.learnt().stream().map(LabelledSentence::example),
                        gold.concerns().stream().map(ConcernSentence::example))
                .flatMap(examples -> examples);
    }

    /** Of a sentence's neighbours, the words are enough. */
    private static Map<String, ReadText> read(
            LanguageModels language, List<Example> examples, Collection<Charter> charters) {
        var read = new TreeSet<String>();
        var glimpsed = new TreeSet<String>();
        for (var example : examples) {
            var around = example.surroundings();
            read.addAll(List.of(example.sentence(), around.title(), around.heading()));
            glimpsed.addAll(List.of(around.before(), around.after()));
        }
        for (var charter : charters) read.addAll(Recogniser.texts(charter));
        glimpsed.removeAll(read);
        var texts = new HashMap<>(language.read(read));
        texts.putAll(language.glance(glimpsed));
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
        return cues.computeIfAbsent(context.sentence().text(), _ -> Recogniser.cues(language.dependencies(), context));
    }
}
