package dev.touchstone.web.ui;

/**
 * Where the first administrator is made.
 *
 * @param link the secret that led here
 */
record SetUpPage(Frame frame, String problem, String link) {
    static SetUpPage of(String problem, String link) {
        return new SetUpPage(Frame.outside("Set up"), problem, link);
    }
}
