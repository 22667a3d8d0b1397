package dev.touchstone.web.operate;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.search.LuceneIndex;
import dev.touchstone.indexer.search.LuceneIndexes;
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
import dev.touchstone.web.testing.TestingParts;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The testing parts with real search indexes, at a time and on a database of the test's choice. */
record OperatedParts(TestingParts rest, InstantSource clock, Function<Path, Database> databases) implements Parts {
    static OperatedParts at(InstantSource clock) {
        return new OperatedParts(new TestingParts(clock), clock, Database.Embedded::in);
    }

    static OperatedParts on(Database server) {
        return new OperatedParts(new TestingParts(), InstantSource.system(), _ -> server);
    }

    private record OneDirection() implements Encoder {
        @Override
        public List<Embedding> encode(List<String> texts) {
            return texts.stream().map(_ -> new Embedding(new float[] {1})).toList();
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public String identity() {
            return "one direction";
        }

        @Override
        public void close() {}
    }

    @Override
    public SearchIndex index(Path folder) {
        return LuceneIndex.open(folder, new OneDirection());
    }

    @Override
    public Searching together(List<SearchIndex> indexes) {
        return new LuceneIndexes(indexes.stream().map(LuceneIndex.class::cast).toList());
    }

    @Override
    public Bounds bounds() {
        return Bounds.USUAL;
    }

    @Override
    public Set<Role> secondFactor() {
        return Set.of();
    }

    @Override
    public Database database(Path file) {
        return databases.apply(file);
    }

    @Override
    public Ledger ledger(Path file) {
        return Ledger.open(database(file), clock, new SecureRandom());
    }

    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        return rest.engine(formats, weights, bigger);
    }

    @Override
    public BareLoop bareLoop() {
        return rest.bareLoop();
    }

    @Override
    public Evaluation evaluation(Optional<OwnModel> bigger) {
        return rest.evaluation(bigger);
    }

    @Override
    public Calibrating calibrating() {
        return rest.calibrating();
    }

    @Override
    public PairJudge judge(OwnModel bigger) {
        return rest.judge(bigger);
    }

    @Override
    public Optional<String> leaving(Optional<OwnModel> bigger) {
        return rest.leaving(bigger);
    }

    @Override
    public ArgumentEvaluation argumentEvaluation() {
        return rest.argumentEvaluation();
    }

    @Override
    public Training training() {
        return rest.training();
    }

    @Override
    public Weights weights() {
        return rest.weights();
    }

    @Override
    public void close() {
        rest.close();
    }
}
