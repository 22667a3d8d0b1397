package dev.touchstone.web.ui;

/**
 * The way in.
 *
 * @param problem why the last try was refused; empty at first
 * @param to the page that was asked for
 * @param settledIn false while there is nobody who could sign in
 */
record SignInPage(Frame frame, String problem, String to, boolean settledIn) {
    static SignInPage of(String problem, String to, boolean settledIn) {
        return new SignInPage(Frame.outside("Sign in"), problem, to, settledIn);
    }
}
