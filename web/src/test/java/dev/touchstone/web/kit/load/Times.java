package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long answers took, by clients that ask at their times whether or not the service keeps up: what counts is the time since
 * the question was due, so that an answer that is late makes those behind it late too.
 */
final class Times {
    /** Answers that say: later. */
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final Histogram histogram = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
    private final Map<String, LongAdder> statuses = new ConcurrentHashMap<>();
    private final LongAdder errors = new LongAdder();

    /** A question with its answer. */
    @FunctionalInterface
    interface Asking {
        HttpResponse<?> ask(int number) throws IOException, InterruptedException;
    }

    /** Asks every so often until it is over. */
    void ask(Duration every, AtomicBoolean over, Asking asking) {
        var due = System.nanoTime();
        for (var number = 0; !over.get(); number++) {
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            record(due, number, asking);
            due += every.toNanos();
        }
    }

    /** Asks once what is to be refused with this status. */
    void refused(int status, Asking asking) {
        var begun = System.nanoTime();
        try {
            var answered = asking.ask(0).statusCode();
            count(Integer.toString(answered));
            if (answered == status) histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
            else errors.increment();
        } catch (IOException broken) {
            count(broken.getClass().getSimpleName());
            errors.increment();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void record(long due, int number, Asking asking) {
        try {
            var status = asking.ask(number).statusCode();
            count(Integer.toString(status));
            if (status < 400) histogram.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
            else if (!LATER.contains(status)) errors.increment();
        } catch (IOException broken) {
            count(broken.getClass().getSimpleName());
            errors.increment();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private void count(String status) {
        statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    /** In milliseconds, of what was answered and not refused. */
    double percentile(double which) {
        return histogram.getValueAtPercentile(which) / 1_000.0;
    }

    double mean() {
        return histogram.getMean() / 1_000.0;
    }

    long answered() {
        return histogram.getTotalCount();
    }

    /** Answers that are neither right nor "later". */
    int errors() {
        return errors.intValue();
    }

    @Override
    public String toString() {
        return "p50 %.0f ms, p99 %.0f ms, most %.0f ms; %s"
                .formatted(percentile(50), percentile(99), percentile(100), new TreeMap<>(statuses));
    }
}
