package dev.touchstone.auditor.audit;

/** Is told how far an audit has come. Calls come from one thread at a time. */
public interface Progress {
    Progress NONE = (_, _, _) -> {};

    /** {@code done} of {@code total} documents have passed the stage. */
    void passed(Stage stage, int done, int total);

    /** The two passes over a collection. */
    enum Stage {
        READING,
        SCORING
    }
}
