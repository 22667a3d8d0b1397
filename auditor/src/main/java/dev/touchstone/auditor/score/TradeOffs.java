package dev.touchstone.auditor.score;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds where one value gave way to another: a reference of A that is given up, and a reason of B that is served, about the
 * same option, which the words set against each other or which are con and pro of the choice (decision record 0012). Both must
 * rather be references than not: one that is doubtful makes every pair with it doubtful.
 * <pre>
 * "Clients must be rebuilt (A), but the upgrade takes minutes instead of a weekend (B)."    A gave way to B
 * </pre>
 */
final class TradeOffs {
    private static final Comparator<Pair> CLOSEST = Comparator.comparingInt(Pair::distance)
            .thenComparingInt(pair -> pair.givenUp().reference().number())
            .thenComparingInt(pair -> pair.served().reference().number());

    /** Where a record says what was chosen and what follows. */
    private static final Set<Section.Kind> OUTCOME = Set.of(Section.Kind.DECISION, Section.Kind.CONSEQUENCES);

    private TradeOffs() {}

    private record Pair(Placed givenUp, Placed served) {
        int distance() {
            return Math.abs(givenUp.sentence() - served.sentence());
        }

        TradeOff tradeOff() {
            return new TradeOff(
                    givenUp.reference().value(),
                    served.reference().value(),
                    givenUp.reference().number(),
                    served.reference().number());
        }
    }

    private record Sides(Value.Id gaveWay, Value.Id to) {}

    /** At most one for each pair of values: the two references that stand closest together, the first of equals. */
    static List<TradeOff> among(List<Placed> placed) {
        var pairs = new ArrayList<Pair>();
        for (var givenUp : placed) {
            if (givenUp.reference().effect() != Effect.GIVEN_UP || !givenUp.likely()) continue;
            for (var served : placed)
                if (isReasonServed(served) && traded(givenUp, served)) pairs.add(new Pair(givenUp, served));
        }
        pairs.sort(CLOSEST);
        var seen = new HashSet<Sides>();
        return pairs.stream()
                .map(Pair::tradeOff)
                .filter(tradeOff -> seen.add(new Sides(tradeOff.gaveWay(), tradeOff.to())))
                .sorted(Comparator.comparingInt(TradeOff::givenUp).thenComparingInt(TradeOff::served))
                .toList();
    }

    private static boolean isReasonServed(Placed placed) {
        return placed.reference().effect() == Effect.SERVED
                && placed.reference().judgement().role() == Role.REASON
                && placed.likely();
    }

    private static boolean traded(Placed givenUp, Placed served) {
        if (givenUp.reference().value().equals(served.reference().value())) return false;
        if (!sameOption(givenUp, served)) return false;
        return opposed(givenUp, served) || conAndPro(givenUp, served);
    }

    /** Neighbours that merely stand together trade nothing: the words must set one against the other. */
    private static boolean opposed(Placed one, Placed other) {
        if (one.sentence() == other.sentence()) return one.opposes() || other.opposes();
        // "However" sets its sentence against the one before it, not against the one after.
        var later = one.sentence() > other.sentence() ? one : other;
        if (Math.abs(one.sentence() - other.sentence()) == 1 && later.opposes()) return true;
        return one.passage() == other.passage() && (one.concedes() || other.concedes());
    }

    private static boolean sameOption(Placed one, Placed other) {
        var sameThing = one.reference().judgement().about()
                == other.reference().judgement().about();
        var option = one.standing().option();
        var another = other.standing().option();
        return sameThing && (option.isEmpty() || another.isEmpty() || option.equals(another));
    }

    /**
     * A con of the chosen option gives something up for what its pros serve, where the outcome lists both. The lists of a
     * comparison tell what options are like, and a driver is asked of every option: neither is a price that was paid.
     */
    private static boolean conAndPro(Placed givenUp, Placed served) {
        return listed(givenUp, Standing.Argument.CON)
                && listed(served, Standing.Argument.PRO)
                && !givenUp.standing().option().isEmpty()
                && givenUp.standing().option().equals(served.standing().option());
    }

    private static boolean listed(Placed placed, Standing.Argument side) {
        return placed.standing().about() == Standing.About.CHOSEN
                && placed.standing().argument() == side
                && OUTCOME.contains(placed.reference().evidence().sectionKind());
    }
}
