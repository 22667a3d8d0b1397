package dev.touchstone.web.cli;

import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.models.classify.ArgumentEvaluation;
import dev.touchstone.models.classify.Calibrating;
import dev.touchstone.models.classify.Evaluation;
import dev.touchstone.models.classify.Training;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.models.djl.BareLoop;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.app.TestingIndex;
import java.nio.file.Path;
import java.util.Optional;

/** Parts that need no model: documents are read by the simple rules of the testing engine. */
final class TestingParts implements Parts {
    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        return TestingEngine.engine();
    }

    @Override
    public SearchIndex index(Path folder) {
        return new TestingIndex();
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
