package dev.touchstone.auditor.reference;

/** What the decision does to a value, as far as one sentence shows it. */
public enum Effect {
    SERVED,
    GIVEN_UP,
    /** A lack of today's that the decision answers: at work, in neither balance. */
    MOTIVATES,
    NONE;

    /**
     * The effect of a judgement.
     * <pre>
     * chosen,   upholds               served        "existing clients keep working"
     * chosen,   compromises           given up      "clients must be rebuilt"
     * rejected, its drawback          served        "option B would have leaked names"
     * rejected, its advantage         given up      "option B was the most open one"
     * today,    a lack                motivates     "the log leaks credentials"
     * general, or no direction        none
     * </pre>
     */
    public static Effect of(Judgement judgement) {
        if (judgement.stance() == Stance.NEUTRAL || judgement.role() == Role.DECLARATION) return NONE;
        var compromises = judgement.stance() == Stance.COMPROMISES;
        return switch (judgement.about()) {
            case CHOSEN -> compromises ? GIVEN_UP : SERVED;
            case REJECTED -> compromises || judgement.drawback() ? SERVED : GIVEN_UP;
            case TODAY -> compromises ? MOTIVATES : NONE;
            case GENERAL -> NONE;
        };
    }
}
