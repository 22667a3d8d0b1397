package dev.touchstone.web.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of files that are downloaded, as RFC 6266 has them. */
final class Attachment {
    private Attachment() {}

    /**
     * The header that gives a download its name.
     * <pre>
     * Plan für 2024.md     attachment; filename="Plan f_r 2024.md"; filename*=UTF-8''Plan%20f%C3%BCr%202024.md
     * </pre>
     */
    static String named(String name) {
        var plain = name.replaceAll("[^ -~]|[\"\\\\%;]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
    }
}
