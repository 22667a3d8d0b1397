package dev.touchstone.models.classify;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The texts of a data set, read once for every training and measuring over it. Safe from several threads. */
final class Corpus {
    private final LanguageModels language;
    private final Map<String, ReadText> read;
    private final Map<String, Cues> cues = new ConcurrentHashMap<>();

    Corpus(LanguageModels language, Gold gold) {
        this(language, language.read(texts(gold)));
    }

    Corpus(LanguageModels language, Map<String, ReadText> read) {
        this.language = language;
        this.read = read;
    }

    private static Set<String> texts(Gold gold) {
        var texts = new TreeSet<String>();
        Stream.of(
                        gold.evaluated().stream().map(LabelledSentence::example),
                        gold.learnt().stream().map(LabelledSentence::example),
                        gold.concerns().stream().map(ConcernSentence::example))
                .flatMap(examples -> examples)
                .forEach(example -> {
                    var around = example.surroundings();
                    texts.add(example.sentence());
                    texts.add(around.title());
                    texts.add(around.heading());
                    texts.add(around.before());
                    texts.add(around.after());
                });
        for (var charter : gold.charters().values()) texts.addAll(Recogniser.texts(charter));
        return texts;
    }

    Map<String, ReadText> read() {
        return read;
    }

    String encoder() {
        return language.encoder().identity();
    }

    SentenceInContext context(Example example) {
        var around = example.surroundings();
        return new SentenceInContext(
                text(example.sentence()),
                text(around.title()),
                text(around.heading()),
                text(around.before()),
                text(around.after()));
    }

    private ReadText text(String text) {
        return Objects.requireNonNull(read.get(text), text);
    }

    /** The cues of a sentence with its dependencies. */
    Cues cues(SentenceInContext context) {
        return cues.computeIfAbsent(context.sentence().text(), _ -> Recogniser.cues(language, context));
    }
}
