package dev.touchstone.auditor.audit;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Hidden.Group;
import dev.touchstone.auditor.audit.Hidden.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HiddenTest {
    @Test
    void a_small_group_takes_the_cheapest_circle_with_it() {
        var cells = Map.of(
                Group.of("core", "Q1"),
                size(9),
                Group.of("core", "Q2"),
                size(3),
                Group.of("edge", "Q1"),
                size(6),
                Group.of("edge", "Q2"),
                size(8));
        assertThat(Hidden.of(cells, Least.USUAL))
                .containsExactlyInAnyOrder(
                        Group.of("core", "Q1"), Group.of("core", "Q2"), Group.of("edge", "Q1"), Group.of("edge", "Q2"));
    }

    @Test
    void a_small_team_takes_the_smallest_other_with_it_because_the_sum_of_all_is_shown() {
        var cells = Map.of(
                Group.of("core", "Q1"), size(40), Group.of("edge", "Q1"), size(2), Group.of("crew", "Q1"), size(7));
        assertThat(Hidden.of(cells, Least.USUAL))
                .contains(Group.ofTeam("edge"), Group.ofTeam("crew"), Group.of("crew", "Q1"))
                .doesNotContain(Group.ofTeam("core"), Group.of("core", "Q1"), Group.ofPeriod("Q1"));
    }

    @Test
    void decisions_of_two_people_are_hidden_however_many_there_are() {
        var cells = Map.of(
                Group.of("core", "Q1"), size(50, "ann", "bo"),
                Group.of("edge", "Q1"), size(9, "cy", "di", "ed"),
                Group.of("crew", "Q1"), size(70, "flo", "gus", "hal"));
        assertThat(Hidden.of(cells, Least.USUAL))
                .contains(Group.of("core", "Q1"), Group.of("edge", "Q1"))
                .doesNotContain(Group.of("crew", "Q1"));
    }

    @Test
    void of_files_that_name_nobody_only_the_decisions_count() {
        assertThat(Hidden.of(Map.of(Group.of("core", "Q1"), size(5)), Least.USUAL))
                .isEmpty();
    }

    @Test
    void what_is_all_that_there_is_cannot_be_hidden_behind_anything() {
        assertThat(Hidden.of(Map.of(Group.of("core", "Q1"), size(2)), Least.USUAL))
                .containsExactlyInAnyOrder(Group.of("core", "Q1"), Group.ofTeam("core"), Group.ofPeriod("Q1"));
    }

    /** From all that is shown, rows and columns with their sums, no hidden number follows that would not follow from the sum of all. */
    @Property(tries = 400, seed = "20261130")
    void no_hidden_number_can_be_computed_from_what_is_shown(@ForAll long seed) {
        var random = new Random(seed);
        var teams = 1 + random.nextInt(5);
        var quarters = 1 + random.nextInt(5);
        var cells = new HashMap<Group, Size>();
        for (var team = 0; team < teams; team++)
            for (var quarter = 0; quarter < quarters; quarter++)
                if (random.nextInt(4) > 0) cells.put(Group.of("t" + team, "q" + quarter), size(1 + random.nextInt(12)));
        var hidden = Hidden.of(cells, Least.USUAL);

        var all = new HashSet<>(cells.keySet());
        cells.keySet()
                .forEach(group -> all.addAll(List.of(
                        new Group(group.team(), Optional.empty()), new Group(Optional.empty(), group.period()))));
        assertThat(all).containsAll(hidden);
        cells.forEach((group, size) -> {
            if (size.decisions() < 5) assertThat(hidden).contains(group);
        });
        assertThat(computable(cells.keySet(), hidden)).isSubsetOf(computable(cells.keySet(), all));
    }

    /** The unknown groups that the equations of rows and columns determine, by Gauss's elimination. */
    private static Set<Group> computable(Set<Group> cells, Set<Group> unknown) {
        var order = List.copyOf(unknown);
        var place = IntStream.range(0, order.size()).boxed().collect(toMap(order::get, number -> number));
        var lines = new LinkedHashMap<String, Set<Group>>();
        for (var cell : cells)
            for (var group : List.of(
                    cell, new Group(cell.team(), Optional.empty()), new Group(Optional.empty(), cell.period()))) {
                lines.computeIfAbsent("row " + group.team(), _ -> new LinkedHashSet<>())
                        .add(group);
                lines.computeIfAbsent("column " + group.period(), _ -> new LinkedHashSet<>())
                        .add(group);
            }
        var rows = new ArrayList<double[]>();
        for (var line : lines.values()) {
            var row = new double[order.size()];
            for (var group : line)
                if (place.containsKey(group)) row[place.getOrDefault(group, 0)] = isSum(group, line) ? -1 : 1;
            rows.add(row);
        }
        eliminate(rows, order.size());
        return rows.stream()
                .filter(row -> IntStream.range(0, row.length)
                                .filter(number -> Math.abs(row[number]) > 1e-9)
                                .count()
                        == 1)
                .map(row -> order.get(IntStream.range(0, row.length)
                        .filter(number -> Math.abs(row[number]) > 1e-9)
                        .findFirst()
                        .orElseThrow()))
                .collect(toSet());
    }

    /** Whether a group is the sum of its line: in the row and the column of sums there is none, since the sum of all is known. */
    private static boolean isSum(Group group, Set<Group> line) {
        var isRow = line.stream().map(Group::team).distinct().count() == 1;
        var isOfSums = isRow
                ? line.stream().allMatch(one -> one.team().isEmpty())
                : line.stream().allMatch(one -> one.period().isEmpty());
        if (isOfSums) return false;
        return isRow ? group.period().isEmpty() : group.team().isEmpty();
    }

    private static void eliminate(List<double[]> rows, int columns) {
        var pivot = 0;
        for (var column = 0; column < columns && pivot < rows.size(); column++) {
            var found = pivot;
            for (var row = pivot; row < rows.size(); row++)
                if (Math.abs(rows.get(row)[column]) > Math.abs(rows.get(found)[column])) found = row;
            if (Math.abs(rows.get(found)[column]) < 1e-9) continue;
            Collections.swap(rows, pivot, found);
            var own = rows.get(pivot);
            var factor = own[column];
            for (var place = 0; place < columns; place++) own[place] /= factor;
            for (var row = 0; row < rows.size(); row++) {
                if (row == pivot) continue;
                var times = rows.get(row)[column];
                for (var place = 0; place < columns; place++) rows.get(row)[place] -= times * own[place];
            }
            pivot++;
        }
    }

    private static Size size(int decisions, String... authors) {
        return new Size(decisions, Set.of(authors));
    }
}
