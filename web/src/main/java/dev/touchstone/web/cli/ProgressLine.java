package dev.touchstone.web.cli;

import dev.touchstone.auditor.audit.Progress;

/** Shows how far an audit has come: a bar that is drawn over on a terminal, a line for every tenth elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private String shown = "";
    private boolean open;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void passed(Stage stage, int done, int total) {
        var name = switch (stage) {
            case READING -> "reading";
            case SCORING -> "scoring";
        };
        if (terminal.interactive()) draw(name, done, total);
        else print(name, done, total);
    }

    private void draw(String name, int done, int total) {
        var filled = WIDTH * done / total;
        terminal.err()
                .print("\r%s [%s%s] %d of %d"
                        .formatted(name, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total));
        terminal.err().flush();
        open = true;
        if (done == total) close();
    }

    private void print(String name, int done, int total) {
        var line = "%s: %d0%%".formatted(name, 10 * done / total);
        if (line.equals(shown)) return;
        shown = line;
        terminal.say("%s: %d of %d".formatted(name, done, total));
    }

    /** Ends a bar that was begun, so that what comes next starts on a line of its own. */
    @Override
    public void close() {
        if (open) terminal.err().println();
        open = false;
    }
}
