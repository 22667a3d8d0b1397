package dev.touchstone.web.http;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;

/** Gives every request an id, which is in the log, in the audit log and on the page of an error: one leads to the others. */
final class Requests {
    static final String HEADER = "X-Request-Id";

    private static final String KEY = "request";
    private static final int BYTES = 8;

    private final SecureRandom random = new SecureRandom();

    void begin(Context context) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        context.attribute(KEY, id);
        context.header(HEADER, id);
        MDC.put(KEY, id);
    }

    void end(Context context) {
        MDC.remove(KEY);
    }

    /** The id of a request; empty before it has one. */
    static String id(Context context) {
        String id = context.attribute(KEY);
        return id == null ? "" : id;
    }
}
