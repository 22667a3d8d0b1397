package dev.touchstone.web.app;

import java.util.ArrayList;

/**
 * How much a service takes before it says that it is too much.
 *
 * @param files at most in one request
 * @param megabytes at most of one file
 * @param waitingDocuments from which on nothing more is taken until some are done
 * @param waitingMegabytes likewise, of all that waits
 * @param user what is kept of one user
 * @param collection what is kept of one collection, whoever sent it
 * @param rates how often something may be done
 */
public record Bounds(
        int files,
        int megabytes,
        int waitingDocuments,
        int waitingMegabytes,
        Quota user,
        Quota collection,
        Rates rates) {
    public static final Bounds USUAL = new Bounds(20, 50, 1_000, 2_048, Quota.NONE, Quota.NONE, Rates.USUAL);

    private static final long MEGABYTE = 1024L * 1024;

    /** The most bytes of one file. */
    public long bytes() {
        return megabytes * MEGABYTE;
    }

    /** The most bytes that may wait. */
    public long waitingBytes() {
        return waitingMegabytes * MEGABYTE;
    }

    /**
     * How often something may be done in a minute.
     *
     * @param uploads by one user
     * @param signIns from one address, whoever tries
     */
    public record Rates(int uploads, int signIns) {
        public static final Rates USUAL = new Rates(60, 10);
    }

    /**
     * The most that is kept of what one user has sent, or of what is in one collection.
     *
     * @param files in all; 0 is as many as they like
     * @param megabytes in all; 0 is as much as they like
     */
    public record Quota(int files, int megabytes) {
        public static final Quota NONE = new Quota(0, 0);

        /** Whether anything is too much. */
        public boolean isSet() {
            return files > 0 || megabytes > 0;
        }

        /** Whether so much may be kept. */
        public boolean allows(long files, long bytes) {
            return (this.files == 0 || files <= this.files) && (megabytes == 0 || bytes <= megabytes * MEGABYTE);
        }

        @Override
        public String toString() {
            var parts = new ArrayList<String>();
            if (files > 0) parts.add("%,d files".formatted(files));
            if (megabytes > 0) parts.add("%,d MB".formatted(megabytes));
            return String.join(" and ", parts);
        }
    }
}
