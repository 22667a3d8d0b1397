package dev.touchstone.auditor.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConveyorTest {
    @AutoClose
    private final Conveyor conveyor = new Conveyor("work-", 2);

    @Test
    void results_come_in_the_order_of_the_things_whichever_is_done_first() {
        var second = new CountDownLatch(1);

        var results = conveyor.map(Stream.of(1, 2, 3), thing -> {
            if (thing == 1) await(second);
            else second.countDown();
            return 10 * thing;
        });

        assertThat(results.toList()).containsExactly(10, 20, 30);
    }

    @Test
    void a_few_are_done_ahead_of_what_is_handed_on_and_no_more() {
        var begun = new AtomicInteger();
        var handedOn = new AtomicInteger();
        var most = new AtomicInteger();

        conveyor.map(IntStream.range(0, 100).boxed(), thing -> {
                    most.accumulateAndGet(begun.incrementAndGet() - handedOn.get(), Math::max);
                    return thing;
                })
                .forEachOrdered(_ -> handedOn.incrementAndGet());

        assertThat(begun).hasValue(100);
        assertThat(most.get()).isBetween(2, 6);
    }

    @Test
    void what_one_throws_is_thrown_at_its_turn_and_the_next_can_be_done_afterwards() {
        var before = new ArrayList<Integer>();
        var things = conveyor.map(Stream.of(1, 2, 3), thing -> {
            if (thing == 2) throw new OutOfMemoryError("as if");
            return thing;
        });

        assertThatThrownBy(() -> things.forEachOrdered(before::add))
                .isExactlyInstanceOf(OutOfMemoryError.class)
                .hasMessage("as if");
        assertThat(before).isEqualTo(List.of(1));
        assertThat(conveyor.map(Stream.of(4), thing -> thing).toList()).containsExactly(4);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
