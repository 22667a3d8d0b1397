package dev.touchstone.web.http;

import dev.touchstone.web.json.Json;
import io.javalin.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 has it. The type is the address of nothing: status and title say which problem it is.
 *
 * @param detail for a person: what to do about it
 */
record Problem(String type, String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status.getMessage(), status.getCode(), detail);
    }

    /** What an exception says to a person. */
    static String detail(Exception problem) {
        var message = problem.getMessage();
        return message == null ? "" : message;
    }

    String json() {
        return Json.text(this);
    }
}
