package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.models.classify.EvaluationReport.SimpleMean;
import dev.touchstone.models.djl.EncoderModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SimpleMethodsTest {
    private final LanguageModels language = LanguageModels.open(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    private final Gold gold = TinyGold.gold();

    @AfterAll
    void close() {
        language.close();
    }

    @Test
    void both_methods_find_what_a_charters_words_give_away() {
        var means = means(gold);
        assertThat(means).containsOnlyKeys("dictionary", "regression");
        assertThat(means.values()).allSatisfy(mean -> {
            assertThat(mean.f1()).isBetween(0.5, 1.0);
            assertThat(mean.randomHalfF1()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void the_same_sentences_give_the_same_figures() {
        assertThat(means(gold)).isEqualTo(means(gold));
    }

    @Test
    void labels_of_the_organisation_that_is_measured_teach_nothing() {
        var measured =
                gold.evaluated().stream().filter(SimpleMethodsTest::isAlders).toList();
        var without = gold.learnt().stream()
                .map(sentence -> isAlders(sentence) ? unlabelled(sentence) : sentence)
                .toList();
        assertThat(means(new Gold(measured, without, List.of(), gold.charters())))
                .isEqualTo(means(new Gold(measured, gold.learnt(), List.of(), gold.charters())));
    }

    private static boolean isAlders(LabelledSentence sentence) {
        return sentence.example().organisation().equals("alder");
    }

    private static LabelledSentence unlabelled(LabelledSentence sentence) {
        return new LabelledSentence(sentence.example(), sentence.random(), List.of(), Set.of());
    }

    private Map<String, SimpleMean> means(Gold data) {
        return new SimpleMethods(new Corpus(language, data), data, language).means();
    }
}
