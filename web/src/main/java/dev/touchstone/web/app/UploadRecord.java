package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Job;

/**
 * What is known of an upload, as its file has it.
 *
 * @param number in the order of arrival, from 1
 * @param sha256 of its bytes
 * @param name as it was sent
 * @param path of its entry in the audit
 * @param attempts how often scoring was begun; counted before it begins, so that what kills the program is not tried for ever
 * @param message why it failed or what was left out; else empty
 */
record UploadRecord(
        int number, String sha256, String name, String path, Job.State state, int attempts, String message) {
    /** What kills the program twice will kill it a third time. */
    static final int MOST_ATTEMPTS = 2;

    UploadRecord begun() {
        return new UploadRecord(number, sha256, name, path, Job.State.READING, attempts + 1, "");
    }

    UploadRecord in(Job.State next, String why) {
        return new UploadRecord(number, sha256, name, path, next, attempts, why);
    }

    boolean unfinished() {
        return switch (state) {
            case QUEUED, READING, SCORING -> true;
            case DONE, FAILED -> false;
        };
    }

    /** As an item of a job, under the name that it had there. */
    Job.Item item(String sent) {
        return new Job.Item(sent, state, state == Job.State.DONE || state == Job.State.FAILED ? path : "", message);
    }
}
