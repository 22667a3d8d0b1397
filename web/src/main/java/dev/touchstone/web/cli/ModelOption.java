package dev.touchstone.web.cli;

import dev.touchstone.models.classify.Weights;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Weights of the organisation's own. */
final class ModelOption {
    @Option(names = "--model", paramLabel = "DIR", description = "Weights that train wrote, instead of those shipped.")
    private Optional<Path> model = Optional.empty();

    boolean isGiven() {
        return model.isPresent();
    }

    Optional<Weights> weights() {
        return model.map(Weights::read);
    }
}
