package dev.touchstone.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Ratio;
import dev.touchstone.auditor.reference.Confidence;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbers_read_the_same_everywhere() {
        assertThat(Numbers.whole(7)).isEqualTo("7");
        assertThat(Numbers.whole(1234567)).isEqualTo("1,234,567");
        assertThat(Numbers.percent(41, 94)).isEqualTo("44\u202f%");
        assertThat(Numbers.percent(1, 200)).isEqualTo("1\u202f%");
        assertThat(Numbers.percent(0, 0)).isEqualTo("–");
        assertThat(Numbers.ratio(new Ratio(9, 210))).isEqualTo("0.043");
        assertThat(Numbers.tenths(new Ratio(1902, 1000))).isEqualTo("1.9");
        assertThat(Numbers.tenths(new Ratio(1950, 1000))).isEqualTo("2.0");
        assertThat(Numbers.ratio(new Ratio(1, 0))).isEqualTo("–");
        assertThat(Numbers.confidence(new Confidence(831))).isEqualTo(".83");
        assertThat(Numbers.confidence(new Confidence(999))).isEqualTo(".99");
        assertThat(Numbers.confidence(new Confidence(5))).isEqualTo(".01");
        assertThat(Numbers.of(1, "decision")).isEqualTo("1 decision");
        assertThat(Numbers.of(2, "decision")).isEqualTo("2 decisions");
    }
}
