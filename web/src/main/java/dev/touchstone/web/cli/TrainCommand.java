package dev.touchstone.web.cli;

import dev.touchstone.models.classify.Gold;
import dev.touchstone.web.app.GoldFiles;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Learns weights from labelled sentences. The same sentences give the same weights.",
        footer = {
            "",
            "Sentences in a folder 'train' beside those given are learnt from too. With their concerns in 'concerns' everything is",
            "learnt anew; without, the shipped weights are adapted to the sentences of one organisation, and nothing is written",
            "when documents held back are judged worse than before (exit code 1).",
            "",
            "Example:",
            "  touchstone train --gold labelled.jsonl --charters charter.yaml --out model",
        })
final class TrainCommand implements Callable<Integer> {
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
    public Integer call() {
        var read = GoldFiles.read(gold, charters);
        try (var opened = parts.get()) {
            return read.concerns().isEmpty() ? adapted(opened, read) : trained(opened, read);
        }
    }

    private int trained(Parts opened, Gold read) {
        var weights = opened.training().train(read, SEED);
        weights.write(out);
        terminal.print("%s: learnt from %d sentences of %s; use it with: touchstone evaluate --model %s"
                .formatted(out, read.learnt().size(), String.join(", ", weights.trainedOn()), out));
        return ExitCode.DONE;
    }

    private int adapted(Parts opened, Gold read) {
        var adapted = opened.training().adapt(read, opened.weights());
        var gain = "F1 on documents held back %.3f, %.3f without these labels"
                .formatted(adapted.heldBackF1(), adapted.knownF1());
        if (!adapted.worthwhile()) {
            terminal.say("%s: nothing written: %s; label more sentences, of other documents".formatted(out, gain));
            return ExitCode.FAILURES;
        }
        adapted.weights().write(out);
        terminal.print("%s: adapted to %d sentences: %s; use it with: touchstone audit --model %s"
                .formatted(out, read.learnt().size(), gain, out));
        return ExitCode.DONE;
    }
}
