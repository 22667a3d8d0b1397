package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.audit.Hidden.Group;
import dev.touchstone.auditor.audit.Hidden.Size;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.score.Scorecard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The scored decisions by team and quarter, and which of these groups are not shown. */
final class Groups {
    private record Place(String team, String period) {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::team).thenComparing(Place::period);
    }

    private final Map<Place, List<Scorecard>> scorecards;
    private final Set<Group> hidden;

    private Groups(Map<Place, List<Scorecard>> scorecards, Set<Group> hidden) {
        this.scorecards = scorecards;
        this.hidden = hidden;
    }

    static Groups of(Collection<Entry> entries, Least least) {
        var scorecards = new TreeMap<Place, List<Scorecard>>(Place.ORDER);
        var sizes = new HashMap<Group, Size>();
        for (var audited : Summaries.scored(entries)) {
            if (audited.scorecards().isEmpty()) continue;
            var team = audited.metadata().team();
            var period = audited.metadata().quarter();
            scorecards
                    .computeIfAbsent(new Place(team, period), _ -> new ArrayList<>())
                    .addAll(audited.scorecards());
            sizes.merge(Group.of(team, period), size(audited), Size::and);
        }
        return new Groups(scorecards, Hidden.of(sizes, least));
    }

    private static Size size(Audited audited) {
        return new Size(
                audited.scorecards().size(),
                audited.metadata().authors().stream()
                        .map(author -> author.strip().toLowerCase(Locale.ROOT))
                        .filter(author -> !author.isEmpty())
                        .collect(Collectors.toSet()));
    }

    List<Cell> cells(Charter charter) {
        var cells = new ArrayList<Cell>();
        for (var value : charter.values())
            scorecards.forEach((place, own) -> cells.add(new Cell(
                    value.id(),
                    place.team(),
                    place.period(),
                    own.size(),
                    Summaries.atWork(value.id(), own),
                    hidden.contains(Group.of(place.team(), place.period())))));
        return cells;
    }

    boolean hidesTeam(String team) {
        return hidden.contains(Group.ofTeam(team));
    }

    boolean hidesPeriod(String period) {
        return hidden.contains(Group.ofPeriod(period));
    }
}
