package dev.touchstone.auditor.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SketchTest {
    private static final List<String> WORDS =
            IntStream.range(0, 500).mapToObj(number -> "word" + number).toList();

    @Test
    void the_same_words_are_alike_whatever_their_case_and_punctuation() {
        var text = String.join(" ", WORDS);
        assertThat(likeness(text, "# " + text.toUpperCase(Locale.ROOT).replace("WORD9 ", "word9,\n\n")))
                .isEqualTo(100);
    }

    @Test
    void texts_without_a_run_in_common_are_not_alike() {
        assertThat(likeness(String.join(" ", WORDS), String.join(" ", WORDS.reversed())))
                .isZero();
    }

    @Test
    void one_word_in_fifty_makes_texts_nearly_the_same_and_one_in_ten_does_not() {
        // 10 words of 500 change 50 runs of 496: 446 are common, of 546.
        assertThat(likeness(String.join(" ", WORDS), changed(50)))
                .isCloseTo(82, within(8))
                .isGreaterThanOrEqualTo(Sketch.NEARLY - 4);
        assertThat(likeness(String.join(" ", WORDS), changed(10))).isLessThan(Sketch.NEARLY / 2);
    }

    private static String changed(int every) {
        var words = new ArrayList<>(WORDS);
        for (var place = every / 2; place < words.size(); place += every) words.set(place, "changed" + place);
        return String.join(" ", words);
    }

    @Test
    void likeness_does_not_depend_on_which_text_comes_first() {
        assertThat(likeness(changed(50), changed(70))).isEqualTo(likeness(changed(70), changed(50)));
    }

    @Test
    void a_text_of_a_few_words_has_no_sketch() {
        assertThat(Sketch.of("We tell all.")).isEmpty();
        assertThat(Sketch.of("")).isEmpty();
        assertThat(Sketch.of(String.join(" ", WORDS.subList(0, 28)))).isEmpty();
        assertThat(Sketch.of(String.join(" ", WORDS.subList(0, 29)))).isPresent();
    }

    private static int likeness(String one, String other) {
        return Sketch.of(one).orElseThrow().likeness(Sketch.of(other).orElseThrow());
    }
}
