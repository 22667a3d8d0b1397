package dev.touchstone.web.ui;

/**
 * The second step in.
 *
 * @param problem why the last try was refused; empty at first
 * @param step the secret of the first step
 * @param to the page that was asked for
 */
record CodePage(Frame frame, String problem, String step, String to) {
    static CodePage of(String problem, String step, String to) {
        return new CodePage(Frame.outside("Sign in"), problem, step, to);
    }
}
