package dev.touchstone.web.browse;

import dev.touchstone.auditor.score.Score;

/** How a value is there in a decision. Being mentioned is not being at work, and silence is not zero. */
public enum Presence {
    AT_WORK,
    /** Referred to, but no reference does any work. */
    MENTIONED,
    SILENT;

    public static Presence of(Score score) {
        return switch (score) {
            case Score.Silent _ -> SILENT;
            case Score.Measured measured -> measured.atWork() ? AT_WORK : MENTIONED;
        };
    }
}
