package dev.touchstone.web.ui;

/**
 * Where somebody chooses a password by a link that an administrator gave them.
 *
 * @param link the secret that led here
 * @param user their name
 */
record NewPasswordPage(Frame frame, String problem, String link, String user) {
    static NewPasswordPage of(String problem, String link, String user) {
        return new NewPasswordPage(Frame.outside("Choose a password"), problem, link, user);
    }
}
