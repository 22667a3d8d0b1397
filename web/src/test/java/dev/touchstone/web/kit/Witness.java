package dev.touchstone.web.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of the API that knows nothing of the program but its address. */
final class Witness {
    private static final String LINE = "a-line-that-no-file-holds";

    /** One for all: each has threads of its own. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final int port;

    Witness(int port) {
        this.port = port;
    }

    /** One file with what is known of it: parts of the form beside it. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    record File(String name, byte[] bytes, Map<String, String> parts) {
        File {
            parts = Map.copyOf(parts);
        }
    }

    HttpResponse<String> submit(File file) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (var part : file.parts().entrySet()) {
            // A name that occurs more than once is numbered: field#0, field#1.
            var name = part.getKey().replaceFirst("#.*", "");
            var header = name.equals("sidecar") ? "; filename=\"kep.yaml\"" : "";
            body.writeBytes(("--" + LINE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + header
                            + "\r\n\r\n" + part.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + LINE + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.name()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file.bytes());
        body.writeBytes(("\r\n--" + LINE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                request("/api/v1/documents")
                        .header("Content-Type", "multipart/form-data; boundary=" + LINE)
                        .header("Sec-Fetch-Site", "none")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        var answer = CLIENT.send(request(path).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        return new ObjectMapper().readTree(answer.body());
    }

    int status(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), BodyHandlers.discarding()).statusCode();
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    }

    /** Every document that the service lists, page by page. */
    List<JsonNode> documents() throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        for (var cursor = ""; ; ) {
            var page = get("/api/v1/documents?limit=500" + cursor);
            page.path("documents").forEach(all::add);
            if (page.path("next").isNull()) return all;
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }
}
