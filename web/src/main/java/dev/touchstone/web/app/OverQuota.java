package dev.touchstone.web.app;

/** A user has sent as much as is kept of one. Nothing of what came last was taken. */
public final class OverQuota extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OverQuota(Bounds.Quota quota) {
        super("With this you would have sent more than the %s that are kept of one user. ".formatted(quota)
                + "Nothing was taken; ask whoever runs the service to erase some or to allow more.");
    }
}
