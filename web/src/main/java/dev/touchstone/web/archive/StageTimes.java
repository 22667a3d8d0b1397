package dev.touchstone.web.archive;

import dev.touchstone.indexer.archive.jobs.Step;
import dev.touchstone.indexer.archive.jobs.Steps;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.web.app.Operation.StageTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** How long the stages of documents take. Safe from several threads. */
final class StageTimes {
    private static final double NANOSECONDS = 1e9;

    private final LongSupplier nanoseconds;
    private final Map<Stage, Taken> taken = new EnumMap<>(Stage.class);

    /** Times that a clock measures which only ever goes on. */
    StageTimes(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
        for (var stage : Stage.values()) if (stage.isForWorkers()) taken.put(stage, new Taken());
    }

    private static final class Taken {
        private final LongAdder passed = new LongAdder();
        private final LongAdder time = new LongAdder();
    }

    /** The same steps, each measured. */
    Steps measured(Steps steps) {
        return new Steps(
                measured(Stage.EXTRACT, steps.extract()),
                measured(Stage.STRUCTURE, steps.structure()),
                measured(Stage.SCORE, steps.score()));
    }

    private Step measured(Stage stage, Step step) {
        var own = taken.getOrDefault(stage, new Taken());
        return task -> {
            var begun = nanoseconds.getAsLong();
            try {
                return step.perform(task);
            } finally {
                own.time.add(nanoseconds.getAsLong() - begun);
                own.passed.increment();
            }
        };
    }

    List<StageTime> all() {
        return taken.entrySet().stream()
                .map(entry -> new StageTime(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        entry.getValue().passed.sum(),
                        entry.getValue().time.sum() / NANOSECONDS))
                .toList();
    }
}
