package dev.touchstone.indexer.archive;

/**
 * The archive cannot take or give anything just now, through no fault of who asks. Nothing was half done; the same request
 * may succeed later.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why it cannot. */
    public enum Reason {
        /** The disk or a quota is full. */
        NO_SPACE,
        /** The disk or the database does not answer, or answers with an error. */
        OUT_OF_REACH,
        /** Others kept it busy for too long. */
        BUSY
    }

    public Unavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Nothing is broken; there is too much to do. */
    public Unavailable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
