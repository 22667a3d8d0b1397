package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.web.app.Auditing;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.OutFolder;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Scope;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.ui.Report;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Audits decision documents against a charter: extracts, structures, scores and adds up, and shows the"
                        + " result. The same input gives the same bytes.",
        footer = {
            "",
            "In the folder of --out: audit.json, references.csv, report.html, text/SHA256.txt.",
            "",
            "Examples:",
            "  touchstone audit decisions --charter charter.yaml",
            "  touchstone audit decisions --charter charter.yaml --out audit-out --team payments --from 2024-01-01",
            "  touchstone audit decisions --charter charter.yaml --home home && touchstone serve --home home"
        })
final class AuditCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Mixin
    private CollectionOptions collection = new CollectionOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--charter",
            required = true,
            paramLabel = "FILE",
            description = "The organisation's values, in YAML.")
    private Path charter;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Folder that the audit is written to, whole or not at all; an earlier audit in it is replaced.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Home that the audit is put into, to be searched and served; made when there is none.")
    private Optional<Path> home = Optional.empty();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--json", description = "Print the audit as one JSON document (audit.json) and nothing else.")
    private boolean json;

    AuditCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var read = CharterFile.read(charter);
        for (var warning : read.warnings()) terminal.say("warning: " + warning);
        var narrowed = scope.scope();
        var formats = collection.formats();
        var weights = model.weights();
        var bigger = model.bigger();
        var own = Stream.concat(out.stream(), home.stream()).toList();
        var sources = collection.sources(terminal, own);
        var auditing = new Auditing(read.charter(), sources.sources(), sources.skipped(), narrowed);
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            var audit = home.isEmpty()
                    ? write(opened.engine(formats, weights, bigger), auditing)
                    : keep(
                            new HomeFolder(home.get()),
                            opened,
                            () -> opened.engine(formats, weights, bigger),
                            sources,
                            narrowed);
            show(audit);
            return ended(audit);
        }
    }

    private Audit write(Engine engine, Auditing auditing) {
        if (out.isEmpty()) return audit(engine, auditing, Sink.NONE);
        try (var folder = OutFolder.begin(out.get())) {
            var audit = audit(engine, auditing, folder.texts());
            folder.write("report.html", Report.render(audit));
            folder.commit(audit);
            return audit;
        }
    }

    private Audit audit(Engine engine, Auditing auditing, Sink sink) {
        try (var progress = new ProgressLine(terminal)) {
            return auditing.run(engine, sink, progress).audit();
        }
    }

    /** In a home everything is scored; the scope narrows what is shown of it now. */
    private Audit keep(HomeFolder folder, Parts opened, Supplier<Engine> engine, Sources sources, Scope narrowed) {
        Archive.make(folder, charter, opened);
        try (var archive = Archive.open(folder, opened, engine.get());
                var progress = new ProgressLine(terminal)) {
            archive.ingest(HomeFolder.MAIN, sources, progress);
            var seen = archive.seenBy(Viewer.local(""));
            var audit = narrowed.narrow(seen.audit());
            out.ifPresent(place -> write(place, audit, seen));
            return audit;
        }
    }

    private static void write(Path place, Audit audit, Home seen) {
        try (var folder = OutFolder.begin(place)) {
            audit.all()
                    .forEach(entry -> seen.text(entry.sha256()).ifPresent(text -> folder.keep(entry.sha256(), text)));
            folder.write("report.html", Report.render(audit));
            folder.commit(audit);
        }
    }

    private void show(Audit audit) {
        if (json) terminal.out().print(Json.text(AuditWriter.form(audit)));
        else AuditTable.lines(audit).forEach(terminal::print);
        out.ifPresent(folder -> terminal.say("written to " + folder));
        home.ifPresent(
                folder -> terminal.say("kept in " + folder + "; look at it with: touchstone serve --home " + folder));
    }

    static int ended(Audit audit) {
        return audit.all().anyMatch(entry -> entry.outcome() instanceof Failed) ? ExitCode.FAILURES : ExitCode.DONE;
    }
}
