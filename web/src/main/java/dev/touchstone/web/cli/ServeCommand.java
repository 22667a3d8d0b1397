package dev.touchstone.web.cli;

import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.app.FolderHome;
import dev.touchstone.web.app.HomeFolder;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.http.Entrance;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves a home on this machine: pages to look at the audit, to search and to upload, and the API.",
        footer = {
            "",
            "Ends with Ctrl-C or SIGTERM, and then with 0.",
            "",
            "Example:",
            "  touchstone serve --home home --port 7070"
        })
final class ServeCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home to serve.")
    private Path home;

    @Mixin
    private ModelOption model = new ModelOption();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    ServeCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var folder = new HomeFolder(home);
        folder.check();
        var settings = access.settings();
        service.check(settings);
        var weights = model.weights();
        var bigger = model.bigger();
        try (var ending = Ending.ofProcess()) {
            serve(folder, weights, bigger, settings, ending);
            ending.complete();
        }
    }

    private void serve(
            HomeFolder folder,
            Optional<Weights> weights,
            Optional<OwnModel> bigger,
            AccessSettings settings,
            Ending ending) {
        try (var opened = parts.get()) {
            opened.leaving(bigger).ifPresent(terminal::say);
            try (var index = opened.index(folder.index());
                    var kept = FolderHome.open(folder, opened.engine(Optional.empty(), weights, bigger), index);
                    var ledger = HomeLedger.open(home);
                    var accounts = HomeAccounts.over(ledger, home, settings)) {
                service.serve(terminal, folder, kept, ending, new Entrance.WithAccounts(accounts));
            }
        }
    }
}
