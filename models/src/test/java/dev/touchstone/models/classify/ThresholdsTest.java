package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.models.classify.Thresholds.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    @Test
    void what_counts_begins_where_references_and_others_part() {
        assertThat(Thresholds.cut(List.of(parted())).found()).isBetween(310, 700);
    }

    @Test
    void nobody_is_unsure_where_a_lower_cut_would_be_worse() {
        var cut = Thresholds.cut(List.of(parted()));
        assertThat(cut.unsure()).isEqualTo(310);
    }

    @Test
    void the_unsure_band_reaches_down_past_a_few_others() {
        var pairs = new ArrayList<>(Collections.nCopies(100, new Scored(0.7, true)));
        pairs.addAll(Collections.nCopies(3, new Scored(0.3, false)));
        pairs.addAll(Collections.nCopies(100, new Scored(0.2, false)));
        assertThat(Thresholds.cut(List.of(pairs)).unsure()).isEqualTo(210);
    }

    /** A hundred references at .7, as many others at .3. */
    private static List<Scored> parted() {
        var pairs = new ArrayList<Scored>();
        for (var i = 0; i < 100; i++) {
            pairs.add(new Scored(0.7, true));
            pairs.add(new Scored(0.3, false));
        }
        return pairs;
    }

    @Test
    void a_value_of_many_references_has_a_threshold_of_its_own() {
        assertThat(Thresholds.cut(timid(1_000), parted()).found()).isLessThanOrEqualTo(200);
    }

    @Test
    void few_references_to_a_value_say_little_against_all_the_others() {
        assertThat(Thresholds.cut(timid(10), parted()).found()).isBetween(310, 700);
    }

    /** As many references at .2, and nothing else above .1. */
    private static List<Scored> timid(int references) {
        var pairs = new ArrayList<>(Collections.nCopies(references, new Scored(0.2, true)));
        pairs.addAll(Collections.nCopies(references, new Scored(0.1, false)));
        return pairs;
    }

    @Test
    void where_it_breaks_even_as_many_are_found_as_there_are() {
        var pairs =
                List.of(new Scored(0.9, true), new Scored(0.6, false), new Scored(0.5, true), new Scored(0.2, false));
        assertThat(Thresholds.breakEven(pairs)).isEqualTo(510);
    }

    @Test
    void a_confidence_is_found_doubted_or_neither() {
        var cut = new Cut(200, 300);
        assertThat(cut.finds(new Confidence(300))).isTrue();
        assertThat(cut.doubts(new Confidence(300))).isFalse();
        assertThat(cut.doubts(new Confidence(200))).isTrue();
        assertThat(cut.doubts(new Confidence(199))).isFalse();
    }

    @Test
    void nothing_counts_below_what_is_doubted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cut(300, 200));
    }
}
