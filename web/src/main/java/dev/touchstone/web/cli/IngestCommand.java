package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.web.app.Auditing;
import dev.touchstone.web.app.FolderHome;
import dev.touchstone.web.app.HomeFolder;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.app.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Audits documents against a home's charter and puts them into the home. A document whose path is there"
                        + " already is replaced.",
        footer = {"", "Example:", "  touchstone ingest decisions --home home"})
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Mixin
    private CollectionOptions collection = new CollectionOptions();

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    IngestCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public Integer call() {
        var folder = new HomeFolder(home);
        folder.check();
        var formats = collection.formats();
        var weights = model.weights();
        var bigger = model.bigger();
        var sources = collection.sources(terminal, List.of(home));
        var auditing = new Auditing(folder.charter(), sources.sources(), sources.skipped(), Scope.ALL);
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            try (var index = opened.index(folder.index());
                    var kept = FolderHome.locked(folder, opened.engine(formats, weights, bigger), index);
                    var progress = new ProgressLine(terminal)) {
                var ingested = kept.ingest(auditing, Sink.NONE, progress);
                AuditTable.lines(kept.audit()).forEach(terminal::print);
                return AuditCommand.ended(ingested);
            }
        }
    }
}
