package dev.touchstone.web.account;

/** A link was used, has expired or never was; which of these is nobody's business. */
public final class Gone extends RuntimeException {
    private static final long serialVersionUID = 1;

    Gone() {
        super("This link has been used or has expired.");
    }
}
