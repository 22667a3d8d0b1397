package dev.touchstone.web.http;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A form as a browser sends it.
 *
 * @param type its {@code Content-Type}
 */
record TestingForm(String type, String body) {
    private static final String BORDER = "a-line-that-no-file-holds";

    /** Fields and nothing else. */
    static TestingForm fields(Map<String, String> fields) {
        return new TestingForm(
                "application/x-www-form-urlencoded",
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    /** One file, with fields beside it. */
    static TestingForm file(String name, String text, Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value));
        part(body, "name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", text);
        return new TestingForm(
                "multipart/form-data; boundary=" + BORDER,
                body.append("--").append(BORDER).append("--\r\n").toString());
    }

    private static void part(StringBuilder body, String head, String text) {
        body.append("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BORDER, head, text));
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofString(body);
    }
}
