package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    @Test
    void without_inputs_the_bias_is_the_log_odds_of_yes() {
        var fitted = LogisticFit.fit(rows(8), answers(6, 2), 1);
        assertThat(fitted).hasSize(1);
        assertThat(fitted[0]).isCloseTo(Math.log(6 / 2.0), within(1e-4));
    }

    @Test
    void only_what_the_known_odds_lack_is_learnt() {
        var known = new double[] {2, 2, 2, 2};
        var fitted = LogisticFit.fit(rows(4), answers(2, 2), known, 1);
        assertThat(fitted[0]).isCloseTo(-2, within(1e-4));
    }

    @Test
    void at_the_optimum_the_penalty_balances_the_likelihood() {
        var inputs = new double[][] {{1, 1}, {1, 1}, {-1, 1}, {-1, 1}};
        var fitted = LogisticFit.fit(inputs, List.of(true, true, false, true), 2);
        var slope = 2 * fitted[0];
        for (var row = 0; row < inputs.length; row++)
            slope += inputs[row][0] * (Vectors.sigmoid(fitted[0] * inputs[row][0] + fitted[1]) - (row == 2 ? 0 : 1));
        assertThat(slope).isCloseTo(0, within(1e-3));
    }

    private static double[][] rows(int count) {
        var rows = new double[count][];
        for (var i = 0; i < count; i++) rows[i] = new double[] {1};
        return rows;
    }

    private static List<Boolean> answers(int yes, int no) {
        return Stream.concat(Collections.nCopies(yes, true).stream(), Collections.nCopies(no, false).stream())
                .toList();
    }
}
