package dev.touchstone.auditor.measure;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score.Measured;
import dev.touchstone.auditor.score.Scorecard;
import java.util.stream.Stream;

/** What the decisions of a document do with one value, in two words. */
public record Verdict(Presence presence, Sides sides) {
    /** How much of the value there is. */
    public enum Presence {
        AT_WORK,
        /** Referred to, and nothing hangs on it. */
        MENTIONED,
        SILENT
    }

    /** What is done to the value. */
    public enum Sides {
        SERVED,
        GIVEN_UP,
        BOTH,
        /** Neither: the value motivates at most. */
        NONE
    }

    /** What an audit says of a document. */
    public static Verdict of(Audited audited, Value.Id value) {
        return new Verdict(presence(audited, value), sides(audited, value));
    }

    private static Presence presence(Audited audited, Value.Id value) {
        if (scores(audited, value).anyMatch(Measured::atWork)) return Presence.AT_WORK;
        var mentioned = audited.references().stream()
                .anyMatch(reference -> reference.value().equals(value));
        return mentioned ? Presence.MENTIONED : Presence.SILENT;
    }

    private static Sides sides(Audited audited, Value.Id value) {
        var balances = scores(audited, value).map(Measured::balance).toList();
        var served = balances.stream().mapToInt(Balance::served).sum() > 0;
        var givenUp = balances.stream().mapToInt(Balance::givenUp).sum() > 0;
        if (served) return givenUp ? Sides.BOTH : Sides.SERVED;
        return givenUp ? Sides.GIVEN_UP : Sides.NONE;
    }

    private static Stream<Measured> scores(Audited audited, Value.Id value) {
        return audited.scorecards().stream()
                .map(Scorecard::scores)
                .flatMap(scores -> scores.stream())
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .filter(score -> score.value().equals(value));
    }
}
