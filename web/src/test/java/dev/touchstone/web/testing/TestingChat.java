package dev.touchstone.web.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A language model on the loopback that answers by a rule, and keeps what it was sent. */
public final class TestingChat implements AutoCloseable {
    private final HttpServer server;
    private final String address;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<String, Reply> rule;
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    /** What goes back. */
    public record Reply(int status, String body) {
        /** A chat completion with these words in it, which are quoted here. */
        public static Reply saying(String words) {
            var quoted = words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            return new Reply(
                    200,
                    "{\"id\": \"1\", \"choices\": [{\"index\": 0, \"message\": {\"role\": \"assistant\", \"content\": \""
                            + quoted + "\"}}]}");
        }
    }

    /** @param rule from the body of a request */
    public TestingChat(Function<String, Reply> rule) {
        this.rule = rule;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            bodies.add(body);
            var reply = rule.apply(body);
            var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            if (reply.status() / 100 == 3) exchange.getResponseHeaders().add("Location", reply.body());
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The base address, as a person sets it. */
    public String address() {
        return address;
    }

    /** All requests so far. */
    public List<String> bodies() {
        return bodies;
    }

    /** The authorisation of each request. */
    public List<String> keys() {
        return keys;
    }

    /** From here on nobody answers. */
    public void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }
}
