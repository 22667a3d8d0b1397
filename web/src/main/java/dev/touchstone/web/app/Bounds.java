package dev.touchstone.web.app;

/**
 * How much a service takes before it says that it is too much.
 *
 * @param files at most in one request
 * @param megabytes at most of one file
 * @param waitingDocuments from which on nothing more is taken until some are done
 * @param waitingMegabytes likewise, of all that waits
 */
public record Bounds(int files, int megabytes, int waitingDocuments, int waitingMegabytes) {
    public static final Bounds USUAL = new Bounds(20, 50, 1_000, 2_048);

    private static final long MEGABYTE = 1024L * 1024;

    /** The most bytes of one file. */
    public long bytes() {
        return megabytes * MEGABYTE;
    }

    /** The most bytes that may wait. */
    public long waitingBytes() {
        return waitingMegabytes * MEGABYTE;
    }
}
