package dev.touchstone.web.archive;

/** Bytes of the home are not what the ledger says they are. What can be made again is made again; {@code check} names the rest. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String message) {
        super(message);
    }

    Damaged(String message, Throwable cause) {
        super(message, cause);
    }
}
