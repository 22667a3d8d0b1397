package dev.touchstone.web.cli;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parts that outlive a command: opening the models costs more than all the rest of a test. */
record SharedParts(Parts real) implements Parts {
    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        return real.engine(formats, weights, bigger);
    }

    @Override
    public SearchIndex index(Path place) {
        return real.index(place);
    }

    @Override
    public Searching together(List<SearchIndex> indexes) {
        return real.together(indexes);
    }

    @Override
    public Bounds bounds() {
        return real.bounds();
    }

    @Override
    public Set<Role> secondFactor() {
        return real.secondFactor();
    }

    @Override
    public Database database(Path file) {
        return real.database(file);
    }

    @Override
    public Ledger ledger(Path file) {
        return real.ledger(file);
    }

    @Override
    public BareLoop bareLoop() {
        return real.bareLoop();
    }

    @Override
    public Evaluation evaluation(Optional<OwnModel> bigger) {
        return real.evaluation(bigger);
    }

    @Override
    public Calibrating calibrating() {
        return real.calibrating();
    }

    @Override
    public PairJudge judge(OwnModel bigger) {
        return real.judge(bigger);
    }

    @Override
    public Optional<String> leaving(Optional<OwnModel> bigger) {
        return real.leaving(bigger);
    }

    @Override
    public ArgumentEvaluation argumentEvaluation() {
        return real.argumentEvaluation();
    }

    @Override
    public Training training() {
        return real.training();
    }

    @Override
    public Weights weights() {
        return real.weights();
    }

    @Override
    public void close() {}
}
