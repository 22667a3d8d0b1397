package dev.touchstone.web.cli;

import dev.touchstone.web.app.ExpectedFigures;

/** Says how figures compare with those of an earlier run. */
final class Comparing {
    private Comparing() {}

    /**
     * The exit code: 1 when a figure is too far off.
     *
     * @param form the figures in the shape in which they are written
     */
    static int with(ExpectedFigures figures, Object form, Terminal terminal) {
        var misses = figures.misses(form);
        misses.forEach(terminal::say);
        if (misses.isEmpty()) terminal.say("all %d expected figures were measured again".formatted(figures.size()));
        return misses.isEmpty() ? ExitCode.DONE : ExitCode.FAILURES;
    }
}
