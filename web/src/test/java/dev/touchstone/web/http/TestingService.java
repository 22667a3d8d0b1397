package dev.touchstone.web.http;

import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running service and a client that speaks to it. */
final class TestingService implements AutoCloseable {
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    TestingService(Home home) {
        this(home, new Entrance.Open());
    }

    TestingService(Home home, Entrance entrance) {
        this.server = new Server((_, _) -> home, Operation.IDLE, "localhost", 0, entrance);
    }

    TestingService(Homes homes, Operation operation, Entrance entrance) {
        this.server = new Server(homes, operation, "localhost", 0, entrance);
    }

    /** A service that takes no more than this. */
    TestingService(Home home, Bounds bounds) {
        this.server = new Server((_, _) -> home, new Bounded(bounds), "localhost", 0, new Entrance.Open());
    }

    private record Bounded(Bounds bounds) implements Operation {
        @Override
        public Waiting waiting() {
            return IDLE.waiting();
        }

        @Override
        public Map<String, Long> outcomes() {
            return IDLE.outcomes();
        }

        @Override
        public List<StageTime> stages() {
            return IDLE.stages();
        }

        @Override
        public Optional<String> unready() {
            return IDLE.unready();
        }
    }

    TestingService start() {
        port = server.start().getPort();
        return this;
    }

    int port() {
        return port;
    }

    /** All routes as {@code GET /path/{parameter}}. */
    List<String> routes() {
        return server.routes();
    }

    /** The full address of a path. */
    String address(String path) {
        return "http://localhost:" + port + path;
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, Map.of());
    }

    HttpResponse<String> post(String path, Map<String, String> headers) {
        return send("POST", path, headers);
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers) {
        return send(method, path, headers, BodyPublishers.noBody());
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        headers.forEach(request::setHeader);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Stops the service; the client may still be reading. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
