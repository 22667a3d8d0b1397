package dev.touchstone.web.http;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.app.Home;
import io.javalin.http.Context;

/** The home as each visitor may see it. */
@FunctionalInterface
public interface Homes {
    /**
     * The home for one request.
     *
     * @param caller the visitor, as the audit log names them
     */
    Home seenBy(Visitor visitor, Caller caller);

    /** The home for whoever came through the gate with this request. */
    default Home of(Context context) {
        return seenBy(Gate.visitor(context), Gate.caller(context));
    }
}
