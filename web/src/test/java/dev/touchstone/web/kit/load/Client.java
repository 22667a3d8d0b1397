package dev.touchstone.web.kit.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A program that uses the service.
 *
 * @param token that it shows; empty for none
 */
record Client(int port, String token) {
    private static final String LINE = "a-line-that-no-file-holds";

    /** One for all: each has threads of its own. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    InputStream stream(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    HttpResponse<String> search(String query) throws IOException, InterruptedException {
        return get("/api/v1/search?q=" + encoded(query));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    /** Sends a document; another one with the same path is its next version. */
    HttpResponse<String> submit(String path, String text) throws IOException, InterruptedException {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var body = "--%1$s\r\nContent-Disposition: form-data; name=\"path\"\r\n\r\n%2$s\r\n".formatted(LINE, path)
                + "--%1$s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%2$s\"\r\n\r\n"
                        .formatted(LINE, name)
                + text + "\r\n--" + LINE + "--\r\n";
        return HTTP.send(
                request("/api/v1/documents")
                        .header("Content-Type", "multipart/form-data; boundary=" + LINE)
                        .header("Sec-Fetch-Site", "none")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return HTTP.send(
                request("/sign-in")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "name=%s&password=%s".formatted(encoded(name), encoded(password))))
                        .build(),
                BodyHandlers.ofString());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(2));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
}
