package dev.touchstone.web.app;

import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.models.classify.ArgumentEvaluation;
import dev.touchstone.models.classify.Evaluation;
import dev.touchstone.models.classify.Training;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.models.djl.BareLoop;
import java.nio.file.Path;
import java.util.Optional;

/** Opens what commands need, when they need it: a wrong option costs no model. What it opened, closing it closes. */
public interface Parts extends AutoCloseable {
    /**
     * Reads and scores documents.
     *
     * @param formats folder with formats of the organisation's own
     * @param weights to judge with, instead of those shipped
     */
    Engine engine(Optional<Path> formats, Optional<Weights> weights);

    /** The index in a folder, made when there is none; the caller closes it. */
    SearchIndex index(Path folder);

    /** The encoder alone, to measure it; the caller closes it. */
    BareLoop bareLoop();

    Evaluation evaluation();

    ArgumentEvaluation argumentEvaluation();

    Training training();

    /** Those shipped for the encoder in use. */
    Weights weights();

    @Override
    void close();
}
