package dev.touchstone.web.http;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers requests that are too broken to reach a route, with the same headers and without a word about the inside. */
final class Unroutable extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Headers.ALL.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        var text = response.getStatus() == HttpStatus.URI_TOO_LONG_414
                ? "The address is too long (414). Ask with a shorter query.\n"
                : "The request could not be understood (" + response.getStatus() + ").\n";
        response.write(true, java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
