package dev.touchstone.web.app;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Opens what commands need, when they need it: a wrong option costs no model. What it opened, closing it closes. */
public interface Parts extends AutoCloseable {
    /**
     * Reads and scores documents.
     *
     * @param formats folder with formats of the organisation's own
     * @param weights to judge with, instead of those shipped
     * @param bigger model for doubtful sentences
     */
    Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger);

    /**
     * What leaves the machine when a bigger model is used; empty when nothing does.
     *
     * @throws dev.touchstone.auditor.BadInput when the model is elsewhere and nobody has allowed to ask it
     */
    Optional<String> leaving(Optional<OwnModel> bigger);

    /** The index in a folder, made when there is none; the caller closes it. */
    SearchIndex index(Path folder);

    /** Indexes of {@link #index} read as one; they stay the caller's to close. */
    Searching together(List<SearchIndex> indexes);

    /** Where the ledger of a home is: in this file, or on the server that the settings name. */
    Database database(Path file);

    /**
     * Opens the ledger of a home: in this file, or on the server that the settings name.
     *
     * @throws dev.touchstone.auditor.BadInput when a newer program has written to it
     */
    Ledger ledger(Path file);

    /** How much a service takes. */
    Bounds bounds();

    /** Roles of which everybody needs a second factor. */
    Set<Role> secondFactor();

    /** The encoder alone, to measure it; the caller closes it. */
    BareLoop bareLoop();

    /**
     * Measures.
     *
     * @param bigger model for doubtful sentences of given weights
     */
    Evaluation evaluation(Optional<OwnModel> bigger);

    Calibrating calibrating();

    /** The judge that a bigger model is; one that fails to answer ends what is measured. */
    PairJudge judge(OwnModel bigger);

    ArgumentEvaluation argumentEvaluation();

    Training training();

    /** Those shipped for the encoder in use. */
    Weights weights();

    @Override
    void close();
}
