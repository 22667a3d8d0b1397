package dev.touchstone.web.http;

import dev.touchstone.web.access.Secret;
import io.javalin.http.Context;
import java.util.Optional;

/**
 * What a browser keeps while somebody is signed in. Over TLS it has a name that browsers take from this host only, and for
 * all of it; on the loopback, without TLS, they would not take that one.
 */
record SessionCookie(boolean secure) {
    String name() {
        return secure ? "__Host-session" : "session";
    }

    Optional<Secret> read(Context context) {
        return Optional.ofNullable(context.cookie(name())).flatMap(Secret::sent);
    }

    void set(Context context, Secret session) {
        header(context, session.text(), "");
    }

    void clear(Context context) {
        header(context, "", "; Max-Age=0");
    }

    private void header(Context context, String value, String more) {
        context.header(
                "Set-Cookie",
                "%s=%s; Path=/%s; HttpOnly; SameSite=Strict%s"
                        .formatted(name(), value, secure ? "; Secure" : "", more));
    }
}
