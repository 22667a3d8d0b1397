package dev.touchstone.web.cli;

/** How a command ended, for scripts. */
final class ExitCode {
    static final int DONE = 0;
    /** Done, and something in it failed; each failure was named. */
    static final int FAILURES = 1;

    static final int BAD_INPUT = 2;
    static final int MACHINE_LACKS = 3;
    static final int INTERNAL = 4;

    private ExitCode() {}
}
