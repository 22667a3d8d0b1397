package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Calibrating;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.GoldFiles;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "Learns from labelled sentences what a bigger model's opinion on doubtful sentences is worth, and writes it"
                        + " beside the model.",
        footer = {
            "",
            "The model is asked about 300 pairs of a sentence and a value; after that, about the 2 % nearest to the threshold.",
            "Sentences of organisations that the weights were trained on are left out. See docs/bigger-models.md.",
            "",
            "Example:",
            "  touchstone calibrate --gold labelled.jsonl --charters charter.yaml --model nli"
        })
final class CalibrateCommand implements Callable<Integer> {
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
            names = "--model",
            required = true,
            paramLabel = "DIR",
            description =
                    "Folder with the bigger model (model.yaml), and with weights when they are not those shipped.")
    private Path model;

    CalibrateCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var own = OwnModel.in(model)
                .orElseThrow(() -> new BadInput(
                        model + ": no model.yaml here; write one that says what the model is (docs/bigger-models.md)"));
        var read = GoldFiles.read(gold, charters);
        var weights = Files.isRegularFile(model.resolve("weights.bin"))
                ? Optional.of(Weights.read(model))
                : Optional.<Weights>empty();
        try (var opened = parts.get()) {
            opened.leaving(Optional.of(own)).ifPresent(terminal::say);
            var result = opened.calibrating().learn(read, weights.orElseGet(opened::weights), opened.judge(own));
            lines(result).forEach(terminal::print);
            if (!result.agrees()) {
                terminal.say("not written: where this model says yes, the labels say no; leave it out");
                return ExitCode.FAILURES;
            }
            terminal.print("written to %s; use it with: touchstone audit --model %s"
                    .formatted(own.write(result.calibration()), model));
            return ExitCode.DONE;
        }
    }

    private static List<String> lines(Calibrating.Result result) {
        var band = result.calibration().asked();
        return List.of(
                "learnt from the model's answers to %d of %d pairs of a sentence and a value"
                        .formatted(result.learnt(), result.pairs()),
                "asked about confidences from %.3f to %.3f: %d of these pairs"
                        .formatted(band.from() / 1000.0, band.to() / 1000.0, result.asked()),
                "on documents that were not learnt from: %d mended, %d spoilt; F1 %.3f without the model, %.3f with it"
                        .formatted(
                                result.mended(),
                                result.spoilt(),
                                result.without().f1(),
                                result.with().f1()));
    }
}
