package dev.touchstone.web.app;

/**
 * The machine lacks something: space, a right, a library. The message is one line that says what and how to get it; the
 * command line ends with 3.
 */
public final class Lacking extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Lacking(String message, Throwable cause) {
        super(message, cause);
    }

    public Lacking(String message) {
        super(message);
    }
}
