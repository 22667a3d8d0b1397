package dev.touchstone.web.cli;

import dev.touchstone.models.classify.EvaluationReport;
import dev.touchstone.models.classify.Gold;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.app.ExpectedFigures;
import dev.touchstone.web.app.GoldFiles;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.json.ArgumentForm;
import dev.touchstone.web.json.EvaluationForm;
import dev.touchstone.web.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Measures how well values are recognised, on labelled sentences, next to what keywords give.",
        footer = {
            "",
            "Sentences that lie in a folder 'train' beside those given, and their concerns in 'concerns', are learnt from with",
            "--leave-one-out and never measured on.",
            "",
            "Examples:",
            "  touchstone evaluate --gold gold --charters gold/charters",
            "  touchstone evaluate --gold gold --charters gold/charters --leave-one-out --json",
            "  touchstone evaluate --gold gold --charters gold/charters --expect figures.yaml",
            "  touchstone evaluate --gold gold --charters gold/charters --expect figures.yaml --update"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Spec
    private CommandSpec spec;

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
            names = "--leave-one-out",
            description = "Train one model for each organisation on the others, and measure it on the one held out.")
    private boolean leaveOneOut;

    @Option(
            names = "--calibrated",
            paramLabel = "N",
            description =
                    "Like --leave-one-out; then adapt each model on N sentences of its organisation from 'train'.")
    private Optional<Integer> calibrated = Optional.empty();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description =
                    "YAML with figures of earlier runs in the shape of --json, a section for each kind of run: sample, model (with"
                            + " --model), leave-one-out, calibrated-N, arguments; exit 1 when a figure is farther off than its tolerance,"
                            + " 2 when the labelled data is not what was measured on.")
    private Optional<Path> expected = Optional.empty();

    @Option(
            names = "--update",
            description = "Write the section of --expect anew from this run instead of comparing, and the tables of the"
                    + " Markdown file beside it.")
    private boolean update;

    @Option(names = "--json", description = "Print the figures as one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = "--arguments",
            description =
                    "Measure instead how often a sentence taken to give a concern as its reason does, by the sentences"
                            + " in 'concerns', each organisation with a model that has seen nothing of it.")
    private boolean arguments;

    EvaluateCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        if (calibrated.isPresent() && calibrated.get() < 1)
            throw new ParameterException(
                    spec.commandLine(),
                    "--calibrated takes a number of sentences, at least 1, not " + calibrated.get());
        if ((leaveOneOut || calibrated.isPresent()) && model.isGiven())
            throw new ParameterException(
                    spec.commandLine(),
                    "--leave-one-out and --calibrated train their own models; leave them out, or --model");
        if (update && expected.isEmpty())
            throw new ParameterException(spec.commandLine(), "--update writes the file of --expect; give that too");
        var read = GoldFiles.read(gold, charters);
        var expectation = expected.map(file -> ExpectedFigures.read(file, section()));
        expectation.ifPresent(this::check);
        var form = arguments ? arguments(read) : references(read);
        return expectation.map(figures -> conclude(figures, form)).orElse(ExitCode.DONE);
    }

    /** What is measured, as a file of figures names it. */
    private String section() {
        if (arguments) return "arguments";
        if (calibrated.isPresent()) return "calibrated-" + calibrated.get();
        if (model.isGiven()) return "model";
        return leaveOneOut ? "leave-one-out" : "sample";
    }

    /** Before hours are spent on measuring. */
    private void check(ExpectedFigures figures) {
        if (update) figures.checkNames(GoldFiles.named(gold));
        else figures.check(GoldFiles.named(gold));
    }

    private int conclude(ExpectedFigures figures, Object form) {
        if (!update) return Comparing.with(figures, form, terminal);
        figures.update(form, GoldFiles.named(gold));
        terminal.say("the section %s was written anew; look at what changed".formatted(section()));
        return ExitCode.DONE;
    }

    private Object arguments(Gold read) {
        try (var opened = parts.get()) {
            var report = opened.argumentEvaluation().leaveOneOut(read, TrainCommand.SEED);
            return shown(ArgumentForm.of(report), ArgumentTable.lines(report));
        }
    }

    private Object references(Gold read) {
        var weights = model.weights();
        try (var opened = parts.get()) {
            var report = measured(opened, read, weights);
            return shown(EvaluationForm.of(report), EvaluationTable.lines(report));
        }
    }

    private Object shown(Object form, List<String> table) {
        if (json) terminal.out().print(Json.text(form));
        else table.forEach(terminal::print);
        return form;
    }

    private EvaluationReport measured(Parts opened, Gold read, Optional<Weights> weights) {
        var bigger = model.bigger();
        opened.leaving(bigger).ifPresent(terminal::say);
        var evaluation = opened.evaluation(bigger);
        if (calibrated.isPresent()) return evaluation.calibrated(read, calibrated.get(), TrainCommand.SEED);
        return leaveOneOut
                ? evaluation.leaveOneOut(read, TrainCommand.SEED)
                : evaluation.run(read, weights.orElseGet(opened::weights));
    }
}
