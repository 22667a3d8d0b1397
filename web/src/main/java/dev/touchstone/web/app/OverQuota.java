package dev.touchstone.web.app;

/** A user has sent, or a collection holds, as much as is kept of one. Nothing of what came last was taken. */
public final class OverQuota extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OverQuota(String what) {
        super(what + " Nothing was taken; ask whoever runs the service to erase some or to allow more.");
    }

    public static OverQuota ofUser(Bounds.Quota quota) {
        return new OverQuota(
                "With this you would have sent more than the %s that are kept of one user.".formatted(quota));
    }

    public static OverQuota ofCollection(String collection, Bounds.Quota quota) {
        return new OverQuota("With this the collection %s would hold more than the %s that are kept of one."
                .formatted(collection, quota));
    }
}
