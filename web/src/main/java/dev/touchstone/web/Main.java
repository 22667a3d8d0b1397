package dev.touchstone.web;

import dev.touchstone.web.app.Logs;
import dev.touchstone.web.app.Wiring;
import dev.touchstone.web.cli.CommandLines;
import dev.touchstone.web.cli.Terminal;

/** Starts Touchstone from the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.bridge();
        System.exit(CommandLines.run(Terminal.standard(), Wiring::open, arguments));
    }
}
