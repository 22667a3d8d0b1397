package dev.touchstone.auditor.charter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConcernTest {
    @Test
    void an_id_is_written_as_charters_write_it_and_found_again() {
        assertThat(Concern.BACKWARD_COMPATIBILITY.id()).isEqualTo("backward-compatibility");
        for (var concern : Concern.values())
            assertThat(Concern.named(concern.id())).contains(concern);
        assertThat(Concern.named("backward compatibility")).isEmpty();
        assertThat(Concern.plain("backward-compatibility")).isEqualTo("backward compatibility");
    }

    @Test
    void no_two_concerns_are_described_alike() {
        assertThat(Concern.values())
                .extracting(Concern::description)
                .doesNotHaveDuplicates()
                .allSatisfy(description -> assertThat(description).isNotBlank().doesNotContain("\n", "#"));
    }
}
