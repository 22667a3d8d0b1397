package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.indexer.archive.DiskFaults;
import dev.touchstone.indexer.archive.Unavailable;
import dev.touchstone.web.access.AccessTable;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Operation;
import dev.touchstone.web.app.OverQuota;
import dev.touchstone.web.ui.Pages;
import dev.touchstone.web.ui.Reader;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.staticfiles.Location;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service over a home: pages and API, on this machine only. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** How long answers that are under way may take when the service stops. */
    private static final long STOP_MILLISECONDS = 5_000;

    private static final int RETRY_SECONDS = 10;

    private final Homes homes;
    private final Operation operation;
    private final String host;
    private final int port;
    private final Entrance entrance;
    private final Pages pages = new Pages();
    private final Javalin javalin;

    /** A service for whoever sits at this machine, to whom all of a home is shown. */
    public Server(Home home, String host, int port) {
        this((_, _) -> home, Operation.IDLE, host, port, new Entrance.Open());
    }

    /**
     * A service that has not started.
     *
     * @param homes what each visitor sees
     * @param operation what an operator sees
     * @param host a name or address of this machine's loopback interface; any of this machine when a proxy with TLS stands before it
     * @param port 0 takes any free one
     * @param entrance its accounts stay the caller's to close
     * @throws BadInput when the host is not loopback and no proxy was named: what is sent there could be read on its way
     */
    public Server(Homes homes, Operation operation, String host, int port, Entrance entrance) {
        if (!isLoopback(host) && publicHost(entrance).isEmpty())
            throw new BadInput(
                    "--host " + host + ": only this machine may be served without a proxy with TLS before it;"
                            + " use 127.0.0.1 or localhost, or name the proxy with --behind-proxy");
        this.homes = homes;
        this.operation = operation;
        this.host = host;
        this.port = port;
        this.entrance = entrance;
        this.javalin = Javalin.create(this::configure);
        AccessTable.requireAll(routes());
    }

    private static Optional<String> publicHost(Entrance entrance) {
        return switch (entrance) {
            case Entrance.Open _ -> Optional.empty();
            case Entrance.WithAccounts(var accounts) -> accounts.settings().publicHost();
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new BadInput("--host " + host + ": no such name");
        }
    }

    /**
     * Starts to answer.
     *
     * @return the address that it is bound to, with the port that was free when 0 was asked for
     */
    public InetSocketAddress start() {
        javalin.start(host, port);
        return new InetSocketAddress(host, javalin.port());
    }

    /** Finishes the answers under way and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.concurrency.useVirtualThreads = true;
        config.staticFiles.add(files -> {
            files.hostedPath = "/static";
            files.directory = "/static";
            files.location = Location.CLASSPATH;
        });
        var metrics = new Metrics(operation);
        config.requestLogger.http(metrics::answered);
        limit(config);
        harden(config);
        addRoutes(config.routes, metrics);
    }

    private void limit(JavalinConfig config) {
        var bounds = operation.bounds();
        config.jetty.multipartConfig.maxFileSize(bounds.megabytes(), SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize((long) bounds.files() * bounds.megabytes(), SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    }

    private static void harden(JavalinConfig config) {
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new Unroutable());
            // Without it Jetty cuts the answers under way when it stops.
            server.setHandler(new GracefulHandler());
            server.setStopTimeout(STOP_MILLISECONDS);
        });
        config.jetty.modifyServletContextHandler(Server::guard);
    }

    private static void guard(ServletContextHandler context) {
        context.setErrorHandler(new Unroutable());
        context.addFilter(new FilterHolder(new Headers()), "/*", EnumSet.allOf(DispatcherType.class));
    }

    private void addRoutes(RoutesConfig routes, Metrics metrics) {
        var border = new Border(host, this::boundPort, publicHost(entrance));
        var requests = new Requests();
        routes.before(requests::begin);
        routes.after(requests::end);
        routes.before(border::checkHost);
        // Where no route knows the method nothing can change, and "not allowed" says more than "forbidden".
        routes.beforeMatched(border::checkOrigin);
        var uploads = new Uploads(operation.bounds());
        routes.beforeMatched(uploads::checkSize);
        new Door(this::route).addTo(routes, entrance);
        new PageRoutes(homes, uploads, this::pages).addTo(routes);
        new DocumentRoutes(homes, this::pages).addTo(routes);
        new ExceptionRoutes(homes, this::pages).addTo(routes);
        new ApiRoutes(homes, operation, uploads, resource("openapi.json")).addTo(routes);
        routes.get(
                "/metrics", context -> context.contentType(Metrics.MEDIA_TYPE).result(metrics.text()));
        routes.exception(
                HttpResponseException.class,
                (refused, context) ->
                        answer(context, HttpStatus.forStatus(refused.getStatus()), detail(refused, context.path())));
        routes.exception(
                BadInput.class, (wrong, context) -> answer(context, HttpStatus.BAD_REQUEST, Problem.detail(wrong)));
        routes.exception(
                OverQuota.class,
                (full, context) -> answer(context, HttpStatus.INSUFFICIENT_STORAGE, Problem.detail(full)));
        routes.exception(Unavailable.class, this::later);
        routes.exception(
                Exception.class,
                (failed, context) -> DiskFaults.behind("answer", failed)
                        .ifPresentOrElse(full -> later(full, context), () -> fault(failed, context)));
    }

    /** What passes: nobody's fault who asks, and the same request may succeed soon. */
    private void later(Unavailable later, Context context) {
        LOG.warn("an answer had to wait", later);
        context.header("Retry-After", Integer.toString(RETRY_SECONDS));
        switch (later.reason()) {
            case NO_SPACE ->
                answer(
                        context,
                        HttpStatus.INSUFFICIENT_STORAGE,
                        "There is no room left to keep anything. Nothing was taken; tell whoever runs the service.");
            case OUT_OF_REACH ->
                answer(
                        context,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The archive cannot be reached just now. Nothing was taken; try again soon.");
            case BUSY -> answer(context, HttpStatus.SERVICE_UNAVAILABLE, Problem.detail(later));
        }
    }

    /** The border of the process: a bug must become an answer without its inside, and a line in the log with it. */
    private void fault(Exception bug, Context context) {
        LOG.error("an answer failed", bug);
        answer(
                context,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The answer failed. The service goes on; its log says more (request %s)."
                        .formatted(Requests.id(context)));
    }

    private Pages pages(Context context) {
        return pages.readBy(
                switch (entrance) {
                    case Entrance.Open _ -> Reader.DEMO;
                    case Entrance.WithAccounts _ ->
                        Gate.known(context).map(Reader::of).orElse(Reader.ANYBODY);
                });
    }

    private static String detail(HttpResponseException refused, String path) {
        return switch (refused) {
            case MethodNotAllowedResponse known ->
                "%s knows only: %s".formatted(path, known.getDetails().getOrDefault("availableMethods", "GET"));
            case EndpointNotFound _ -> "There is no page at %s.".formatted(path);
            default -> Problem.detail(refused);
        };
    }

    private Optional<Endpoint> route(HandlerType method, String path) {
        return javalin.unsafe.internalRouter.findHttpHandlerEntries(method, path).stream()
                .findFirst()
                .map(handler -> handler.endpoint);
    }

    /** All routes as {@code GET /path/{parameter}}. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(handler -> handler.endpoint.method.name() + " " + handler.endpoint.path)
                .filter(route -> !route.startsWith("BEFORE") && !route.startsWith("AFTER"))
                .toList();
    }

    private int boundPort() {
        return javalin.port();
    }

    private void answer(Context context, HttpStatus status, String detail) {
        context.status(status);
        if (context.path().startsWith("/api/") || context.path().startsWith("/health/"))
            context.contentType(Problem.MEDIA_TYPE)
                    // As bytes: of a string the server would make Latin-1, because the media type names no charset.
                    .result(Problem.of(status, detail).json().getBytes(StandardCharsets.UTF_8));
        else PageRoutes.html(context, pages(context).problem(status.getCode(), status.getMessage(), detail));
    }

    private static String resource(String name) {
        try (var stream = Server.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException("the program lacks its resource " + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("a resource of the program cannot be read: " + name, failed);
        }
    }
}
