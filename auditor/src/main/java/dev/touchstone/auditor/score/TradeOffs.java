package dev.touchstone.auditor.score;

import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Finds where one value gave way to another: a reference of A that is given up, and a reason of B that is served, about the
 * same option, close together.
 * <pre>
 * "Clients must be rebuilt (A), but the upgrade takes minutes instead of a weekend (B)."    A gave way to B
 * </pre>
 */
final class TradeOffs {
    private static final Comparator<Pair> CLOSEST = Comparator.comparingInt(Pair::distance)
            .thenComparingInt(pair -> pair.givenUp().reference().number())
            .thenComparingInt(pair -> pair.served().reference().number());

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
            if (givenUp.reference().effect() != Effect.GIVEN_UP) continue;
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
                && placed.reference().judgement().role() == Role.REASON;
    }

    private static boolean traded(Placed givenUp, Placed served) {
        if (givenUp.reference().value().equals(served.reference().value())) return false;
        if (!sameOption(givenUp, served)) return false;
        var adjacent = Math.abs(givenUp.sentence() - served.sentence()) <= 1;
        var conceded = givenUp.passage() == served.passage() && (givenUp.concedes() || served.concedes());
        return adjacent || conceded || conAndPro(givenUp, served);
    }

    private static boolean sameOption(Placed one, Placed other) {
        var sameThing = one.reference().judgement().about()
                == other.reference().judgement().about();
        var option = one.standing().option();
        var another = other.standing().option();
        return sameThing && (option.isEmpty() || another.isEmpty() || option.equals(another));
    }

    /** Of the chosen option the con gives something up and the pro serves; of a rejected one it is the other way round. */
    private static boolean conAndPro(Placed one, Placed other) {
        if (one.standing().option().isEmpty()
                || !one.standing().option().equals(other.standing().option())) return false;
        var argument = one.standing().argument();
        var against = other.standing().argument();
        return (argument == Standing.Argument.CON && against == Standing.Argument.PRO)
                || (argument == Standing.Argument.PRO && against == Standing.Argument.CON);
    }
}
