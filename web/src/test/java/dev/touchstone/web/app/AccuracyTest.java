package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccuracyTest {
    @Test
    void what_the_documentation_tells_is_at_hand_for_the_pages() {
        var accuracy = Accuracy.measured();
        assertThat(accuracy.organisations()).isGreaterThanOrEqualTo(5);
        assertThat(accuracy.right()).isBetween(30L, 99L);
        assertThat(accuracy.found()).isBetween(30L, 99L);
        assertThat(ArgumentAccuracy.measured().right()).isBetween(30L, 99L);
    }
}
