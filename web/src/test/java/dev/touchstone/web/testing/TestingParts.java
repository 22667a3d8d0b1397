package dev.touchstone.web.testing;

import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.models.classify.ArgumentEvaluation;
import dev.touchstone.models.classify.Calibrating;
import dev.touchstone.models.classify.Evaluation;
import dev.touchstone.models.classify.Training;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.models.djl.BareLoop;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.app.TestingIndex;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Parts that need no model: documents are read by the simple rules of the testing engine. */
public class TestingParts implements Parts {
    private final Map<Path, TestingIndex> indexes = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public TestingParts() {
        this(InstantSource.system());
    }

    public TestingParts(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        return TestingEngine.engine();
    }

    @Override
    public SearchIndex index(Path folder) {
        return indexes.computeIfAbsent(folder, _ -> new TestingIndex());
    }

    /** The paths that can be found in all indexes, in order. */
    public List<String> indexed() {
        return indexes.values().stream()
                .flatMap(index -> index.paths().stream())
                .sorted()
                .toList();
    }

    @Override
    public Searching together(List<SearchIndex> several) {
        return new TestingIndex();
    }

    @Override
    public Bounds bounds() {
        return new Bounds(
                20,
                50,
                Integer.getInteger("waiting", 1_000),
                2_048,
                Bounds.Quota.NONE,
                Bounds.Quota.NONE,
                Bounds.Rates.USUAL);
    }

    @Override
    public Set<Role> secondFactor() {
        return Set.of();
    }

    @Override
    public Database database(Path file) {
        return Database.Embedded.in(file);
    }

    @Override
    public Ledger ledger(Path file) {
        return Ledger.open(database(file), clock, new SecureRandom());
    }

    @Override
    public BareLoop bareLoop() {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public Evaluation evaluation(Optional<OwnModel> bigger) {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public ArgumentEvaluation argumentEvaluation() {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public Calibrating calibrating() {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public PairJudge judge(OwnModel bigger) {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public Optional<String> leaving(Optional<OwnModel> bigger) {
        return Optional.empty();
    }

    @Override
    public Training training() {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public Weights weights() {
        throw new AssertionError("a test without models has come to need one");
    }

    @Override
    public void close() {}
}
