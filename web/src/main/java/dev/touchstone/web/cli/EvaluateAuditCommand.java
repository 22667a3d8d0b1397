package dev.touchstone.web.cli;

import dev.touchstone.auditor.measure.Quality;
import dev.touchstone.web.app.ExpectedFigures;
import dev.touchstone.web.app.JudgedPlaces;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.json.AuditQualityForm;
import dev.touchstone.web.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
        name = "evaluate-audit",
        mixinStandardHelpOptions = true,
        description =
                "Measures how often whole audits are right, at places of documents that a person has judged: trade-offs,"
                        + " what references speak of and do to their value, and the verdict on each value of a document.",
        footer = {
            "",
            "Audits the documents that have labels and no others. Labels name a document by its collection, path and SHA-256 and",
            "a place in it by offsets; they do not hold the text.",
            "",
            "Example:",
            "  touchstone evaluate-audit --places samples/labelled/places --corpus corpus --charters charters"
        })
final class EvaluateAuditCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(
            names = "--places",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Judged places: JSON Lines files, or folders of them.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "DIR",
            description = "Folder in which each collection that the labels name is a folder.")
    private Path corpus;

    @Option(
            names = "--charters",
            required = true,
            paramLabel = "PATH",
            description = "Folder with a charter COLLECTION.yaml for each collection, or one charter for all.")
    private Path charters;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--expect",
            paramLabel = "FILE",
            description =
                    "YAML with figures of an earlier run in a section evaluate-audit, in the shape of --json, and a tolerance; exit 1 when"
                            + " one is farther off.")
    private Optional<Path> expected = Optional.empty();

    @Option(
            names = "--update",
            description = "Write the section of --expect anew from this run instead of comparing, and the tables of the"
                    + " Markdown file beside it.")
    private boolean update;

    @Option(names = "--json", description = "Print the figures as one JSON document and nothing else.")
    private boolean json;

    EvaluateAuditCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        if (update && expected.isEmpty())
            throw new ParameterException(spec.commandLine(), "--update writes the file of --expect; give that too");
        var judged = JudgedPlaces.read(places, corpus, charters);
        var weights = model.weights();
        var expectation = expected.map(file -> ExpectedFigures.read(file, "evaluate-audit"));
        try (var opened = parts.get();
                var progress = new ProgressLine(terminal)) {
            var engine = opened.engine(Optional.empty(), weights, Optional.empty());
            var quality = judged.measure(engine, progress, TrainCommand.SEED);
            show(quality);
            return expectation
                    .map(figures -> conclude(figures, AuditQualityForm.of(quality)))
                    .orElse(ExitCode.DONE);
        }
    }

    private int conclude(ExpectedFigures figures, AuditQualityForm form) {
        if (!update) return Comparing.with(figures, form, terminal);
        figures.update(form, Collections.emptySortedMap());
        terminal.say("the section evaluate-audit was written anew; look at what changed");
        return ExitCode.DONE;
    }

    private void show(Quality quality) {
        if (json) terminal.out().print(Json.text(AuditQualityForm.of(quality)));
        else AuditQualityTable.lines(quality).forEach(terminal::print);
    }
}
