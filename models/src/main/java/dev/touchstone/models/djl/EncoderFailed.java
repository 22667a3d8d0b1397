package dev.touchstone.models.djl;

/** The encoder could not be loaded or run: the machine or the installation is at fault, not a document. */
public final class EncoderFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    EncoderFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
