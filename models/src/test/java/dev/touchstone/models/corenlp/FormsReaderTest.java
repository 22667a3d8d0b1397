package dev.touchstone.models.corenlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.process.Morphology;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped weights know words by their forms: a form that comes or goes would change what they find. */
class FormsReaderTest {
    private static final List<String> EVERY_TAG = List.of(
            ("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB RBR RBS MD IN DT PDT WDT PRP PRP$ WP WP$ POS CD CC TO EX RP"
                            + " UH FW LS SYM")
                    .split(" ", -1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "left",
                "users",
                "lying",
                "better",
                "worst",
                "soonest",
                "an",
                "its",
                "1,000",
                ",",
                ".",
                "'s",
                "n't",
                "would",
                "Others",
                "went",
                "data",
                "less",
                "ca",
                "wo",
                "kube-proxies",
                "-LRB-",
                "to",
                "more"
            })
    void the_tags_that_are_asked_give_every_form_that_any_tag_gives(String word) {
        assertThat(new TreeSet<>(new FormsReader().forms(word).lemmas())).isEqualTo(everyForm(word));
    }

    private static Set<String> everyForm(String word) {
        var forms = new TreeSet<String>();
        forms.add(word.toLowerCase(Locale.ROOT));
        for (var tag : EVERY_TAG) forms.add(new Morphology().lemma(word, tag).toLowerCase(Locale.ROOT));
        return forms;
    }
}
