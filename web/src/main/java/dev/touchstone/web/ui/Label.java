package dev.touchstone.web.ui;

import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.score.Score;

/**
 * A word with its sign and its style. The sign and the word say it all: the colour of the style only helps.
 *
 * @param style a class of the stylesheet
 */
record Label(String style, String sign, String word) {
    private static final Label SERVED = new Label("served", "▲", "served");
    private static final Label GIVEN_UP = new Label("given-up", "▼", "given up");
    private static final Label BOTH = new Label("both", "▲▼", "served and given up");
    private static final Label MOTIVATES = new Label("motivates", "◆", "motivates");
    static final Label DECLARED = new Label("declared", "○", "declared");
    private static final Label NO_EFFECT = new Label("declared", "○", "no effect");
    private static final Label MENTIONED = new Label("declared", "○", "mentioned, not at work");
    private static final Label SILENT = new Label("silent", "·", "silent");

    static Label of(Effect effect) {
        return switch (effect) {
            case SERVED -> SERVED;
            case GIVEN_UP -> GIVEN_UP;
            case MOTIVATES -> MOTIVATES;
            case NONE -> NO_EFFECT;
        };
    }

    /** What one reference does; what only declares is said to declare. */
    static Label of(Reference reference) {
        return reference.judgement().role() == Role.DECLARATION ? DECLARED : of(reference.effect());
    }

    /** What a decision does to a value, all references taken together. */
    static Label of(Score score) {
        return switch (score) {
            case Score.Silent _ -> SILENT;
            case Score.Measured measured -> of(measured);
        };
    }

    private static Label of(Score.Measured measured) {
        var balance = measured.balance();
        if (!measured.atWork()) return MENTIONED;
        if (balance.served() > 0 && balance.givenUp() > 0) return BOTH;
        if (balance.served() > 0) return SERVED;
        return balance.givenUp() > 0 ? GIVEN_UP : MOTIVATES;
    }
}
