package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.app.Engine;
import dev.touchstone.web.app.Logs;
import dev.touchstone.web.app.OwnModel;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.ArchiveWorker;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.WatchedFolder;
import dev.touchstone.web.http.Entrance;
import java.nio.file.Path;
import java.time.Instant;
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
            "Examples:",
            "  touchstone serve --home home --port 7070",
            "  touchstone serve --home home --watch /srv/records"
        })
final class ServeCommand implements Runnable {
    private static final String SERVICE = "service";
    private static final String WORKER = "worker";

    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home to serve.")
    private Path home;

    @Mixin
    private ModelOption model = new ModelOption();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "service: all of it (default). worker: only reads and scores documents, beside a service on the same"
                            + " home and PostgreSQL.")
    private String role = SERVICE;

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Mixin
    private WatchOptions watch = new WatchOptions();

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
        if (!role.equals(SERVICE) && !role.equals(WORKER))
            throw new BadInput("--role: '%s'; give service or worker".formatted(role));
        var settings = access.settings();
        if (role.equals(SERVICE)) service.check(settings);
        if (role.equals(WORKER)) watch.refuse();
        watch.check();
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
            var engine = opened.engine(Optional.empty(), weights, bigger);
            if (role.equals(WORKER)) {
                work(folder, opened, engine, ending);
                return;
            }
            try (var archive = Archive.open(folder, opened, engine);
                    var accounts = HomeAccounts.over(
                            archive.ledger(),
                            folder,
                            settings.requiring(opened.secondFactor()),
                            opened.bounds().rates());
                    var _ = watching(archive)) {
                service.serve(terminal, folder, archive, ending, new Entrance.WithAccounts(accounts));
            }
        }
    }

    private Watching watching(Archive archive) {
        var watching = new Watching(watch.of(terminal, archive, home));
        watching.folder().ifPresent(WatchedFolder::start);
        return watching;
    }

    /** The folder that is followed, when one is. */
    private record Watching(Optional<WatchedFolder> folder) implements AutoCloseable {
        @Override
        public void close() {
            folder.ifPresent(WatchedFolder::close);
        }
    }

    private void work(HomeFolder folder, Parts opened, Engine engine, Ending ending) {
        var name =
                "worker-" + ProcessHandle.current().pid() + "-" + Instant.now().toEpochMilli();
        Logs.keepIn(folder.log().resolve(name));
        try (var _ = ArchiveWorker.start(folder, opened, engine, name)) {
            terminal.print("working on %s as %s".formatted(folder.path(), name));
            terminal.out().flush();
            ending.await();
        }
    }
}
