package dev.touchstone.web.cli;

import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.GoldFiles;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns weights from labelled sentences. The same sentences give the same weights.",
        footer = {
            "",
            "Sentences in a folder 'train' beside those given are learnt from too, and their concerns in 'concerns'; without",
            "concerns, those of the shipped weights are kept and only what is built on them is learnt anew.",
            "",
            "Example:",
            "  touchstone train --gold labelled.jsonl --charters charter.yaml --out model",
        })
final class TrainCommand implements Runnable {
    /** Any number would do; the same one gives the same weights. */
    static final long SEED = 20_260_101;

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(
            names = "--gold",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Labelled sentences: JSON Lines files, or folders of them.")
    private List<Path> gold = new ArrayList<>();

    @Option(
            names = "--charters",
            required = true,
            paramLabel = "PATH",
            description = "Folder with a charter ORG.yaml for each organisation, or one charter for all.")
    private Path charters;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder that the weights are written to.")
    private Path out;

    TrainCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var read = GoldFiles.read(gold, charters);
        try (var opened = parts.get()) {
            Optional<Weights> base = read.concerns().isEmpty() ? Optional.of(opened.weights()) : Optional.empty();
            var weights = opened.training().train(read, base, SEED);
            weights.write(out);
            terminal.print("%s: learnt from %d sentences of %s; use it with: touchstone evaluate --model %s"
                    .formatted(out, read.learnt().size(), String.join(", ", weights.trainedOn()), out));
        }
    }
}
