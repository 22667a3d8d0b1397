package dev.touchstone.auditor.decision;

/** A record's status as it is written, and what that means in any format. */
public record Status(String raw, Normal normal) {
    public static final Status NONE = new Status("", Normal.OTHER);

    /** The few states that every format's words come down to. */
    public enum Normal {
        PROPOSED,
        ACCEPTED,
        REJECTED,
        SUPERSEDED,
        DEPRECATED,
        DRAFT,
        OTHER
    }
}
