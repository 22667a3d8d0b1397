package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.ledger.Ledgers;
import dev.touchstone.indexer.archive.ledger.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Steps that remember what they were called for, do nothing much, and behave otherwise where they are told. */
final class TestingSteps {
    private final Map<String, Step> told = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch scored;

    /** {@code scored} documents are waited for. */
    TestingSteps(int scored) {
        this.scored = new CountDownLatch(scored);
    }

    Steps steps() {
        return new Steps(this::perform, this::perform, this::perform);
    }

    void on(String path, Stage stage, Step step) {
        told.put(path + " " + stage, step);
    }

    CountDownLatch scored() {
        return scored;
    }

    /** How often each "path stage" was called. */
    Map<String, Integer> calls() {
        return calls;
    }

    List<String> order() {
        return order;
    }

    List<Integer> attempts() {
        return attempts;
    }

    private Finished perform(Task task) {
        var key = task.version().document().path() + " " + task.stage();
        calls.merge(key, 1, Integer::sum);
        order.add(key);
        attempts.add(task.attempt());
        return told.getOrDefault(key, this::usual).perform(task);
    }

    Finished usual(Task task) {
        return new Finished.Done(transaction -> {
            transaction
                    .artifacts()
                    .put(
                            task.version().id(),
                            JobsContract.kind(task.stage()),
                            "testing",
                            Ledgers.original("made at " + task.stage()));
            if (task.stage() == Stage.SCORE) scored.countDown();
        });
    }
}
