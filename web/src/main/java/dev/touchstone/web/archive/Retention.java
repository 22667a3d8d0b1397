package dev.touchstone.web.archive;

import java.time.Duration;

/**
 * How long what is no longer needed is kept.
 *
 * @param every how often it is looked for
 * @param incoming what broken uploads left, since it last grew
 * @param unreferred bytes that nobody refers to, since they came: the ledger learns of bytes after they are on the disk
 * @param deleted documents that were deleted, until they are erased
 */
public record Retention(Duration every, Duration incoming, Duration unreferred, Duration deleted) {
    /** Once a day; ten minutes, a day, thirty days. */
    public static final Retention USUAL =
            new Retention(Duration.ofDays(1), Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofDays(30));
}
