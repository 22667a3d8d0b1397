package dev.touchstone.auditor;

/**
 * Something that a person gave is wrong: an option, a charter, a manifest, a query. The message is one line that names the
 * place and the remedy; the command line ends with 2, the service answers with a problem.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }
}
