package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.OwnModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Weights of the organisation's own, a bigger model for doubtful sentences, or both. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "DIR",
            description =
                    "Folder with weights that train wrote, instead of those shipped, or with a bigger model for doubtful"
                            + " sentences (model.yaml; see docs/bigger-models.md), or both.")
    private Optional<Path> model = Optional.empty();

    boolean isGiven() {
        return model.isPresent();
    }

    Optional<Weights> weights() {
        return model.filter(folder -> holds(folder, "weights.bin") || !holds(folder, "model.yaml"))
                .map(ModelOption::weights);
    }

    private static Weights weights(Path folder) {
        if (!holds(folder, "weights.bin"))
            throw new BadInput(
                    "%s: neither weights.bin nor model.yaml is here; name the folder that train wrote to, or that of a bigger model"
                            .formatted(folder));
        return Weights.read(folder);
    }

    private static boolean holds(Path folder, String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** The bigger model, ready to be used. */
    Optional<OwnModel> bigger() {
        return model.flatMap(OwnModel::in).map(OwnModel::calibrated);
    }
}
