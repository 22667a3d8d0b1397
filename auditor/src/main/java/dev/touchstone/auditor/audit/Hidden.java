package dev.touchstone.auditor.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * The groups whose numbers are not shown: those that are too small, and those that must go with them because the small ones
 * could else be computed from sums.
 * <pre>
 *          Q1   Q2   all                  Q1   Q2   all
 *   core    9    3    12           core    –    –    12
 *   edge    6    8    14           edge    –    –    14
 *   all    15   11    26           all    15   11    26
 * </pre>
 * Teams, quarters and their sums are the nodes of a graph and each number is the edge between its row and its column. Sums show a
 * hidden number just when it is on no circle of hidden ones; so each small one gets the circle with the fewest decisions on it
 * (the shortest-path method of cell suppression, as in Castro, J. (2012), Recent advances in optimization techniques for statistical
 * tabular data protection). The sum of everything is always shown: what is all that there is cannot be hidden.
 */
final class Hidden {
    private static final Optional<String> ALL = Optional.empty();

    /** All teams together and all quarters together have no name. */
    record Group(Optional<String> team, Optional<String> period) {
        static Group of(String team, String period) {
            return new Group(Optional.of(team), Optional.of(period));
        }

        static Group ofTeam(String team) {
            return new Group(Optional.of(team), ALL);
        }

        static Group ofPeriod(String period) {
            return new Group(ALL, Optional.of(period));
        }

        private Node row() {
            return new Node(true, team);
        }

        private Node column() {
            return new Node(false, period);
        }
    }

    /**
     * How large a group is.
     *
     * @param authors each once, in whatever form they are kept; empty when no file names any
     */
    record Size(int decisions, Set<String> authors) {
        static final Size NONE = new Size(0, Set.of());

        Size {
            authors = Set.copyOf(authors);
        }

        Size and(Size other) {
            var together = new HashSet<>(authors);
            together.addAll(other.authors);
            return new Size(decisions + other.decisions, together);
        }

        private boolean isBelow(Least least) {
            return decisions < least.decisions() || (!authors.isEmpty() && authors.size() < least.authors());
        }
    }

    /** A row or a column. */
    private record Node(boolean isRow, Optional<String> name) {
        private static final Comparator<Node> ORDER = Comparator.comparing(Node::isRow)
                .thenComparing(node -> node.name.isPresent())
                .thenComparing(node -> node.name.orElse(""));
    }

    private final Map<Group, Size> sizes = new HashMap<>();
    private final Map<Node, List<Group>> edges = new HashMap<>();
    private final Set<Group> hidden = new HashSet<>();

    private Hidden(Map<Group, Size> cells) {
        cells.forEach((group, size) -> {
            sizes.put(group, size);
            sizes.merge(new Group(group.team(), ALL), size, Size::and);
            sizes.merge(new Group(ALL, group.period()), size, Size::and);
        });
        for (var group : ordered(sizes.keySet())) {
            edges.computeIfAbsent(group.row(), _ -> new ArrayList<>()).add(group);
            edges.computeIfAbsent(group.column(), _ -> new ArrayList<>()).add(group);
        }
    }

    private static List<Group> ordered(Set<Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(Group::row, Node.ORDER).thenComparing(Group::column, Node.ORDER))
                .toList();
    }

    /**
     * The hidden ones among these groups and their sums by team and by quarter.
     *
     * @param cells each of one team and one quarter, with decisions
     */
    static Set<Group> of(Map<Group, Size> cells, Least least) {
        var table = new Hidden(cells);
        var small = ordered(table.sizes.keySet()).stream()
                .filter(group -> table.size(group).isBelow(least))
                .toList();
        table.hidden.addAll(small);
        small.forEach(table::close);
        return Set.copyOf(table.hidden);
    }

    private Size size(Group group) {
        return sizes.getOrDefault(group, Size.NONE);
    }

    /** Hides the cheapest way from the group's row back to its column, if there is any; what is hidden already costs nothing. */
    private void close(Group group) {
        var cost = new TreeMap<Node, Long>(Node.ORDER);
        var came = new HashMap<Node, Group>();
        var next = new PriorityQueue<Step>();
        cost.put(group.row(), 0L);
        next.add(new Step(group.row(), 0));
        while (!next.isEmpty()) {
            var step = next.remove();
            if (step.node().equals(group.column())) break;
            if (step.cost() > cost.getOrDefault(step.node(), Long.MAX_VALUE)) continue;
            for (var edge : edges.getOrDefault(step.node(), List.of())) {
                if (edge.equals(group)) continue;
                var other = step.node().equals(edge.row()) ? edge.column() : edge.row();
                var reached =
                        step.cost() + (hidden.contains(edge) ? 0 : size(edge).decisions());
                if (reached >= cost.getOrDefault(other, Long.MAX_VALUE)) continue;
                cost.put(other, reached);
                came.put(other, edge);
                next.add(new Step(other, reached));
            }
        }
        for (var node = group.column(); came.containsKey(node); ) {
            var edge = came.get(node);
            hidden.add(edge);
            node = node.equals(edge.row()) ? edge.column() : edge.row();
        }
    }

    private record Step(Node node, long cost) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            var byCost = Long.compare(cost, other.cost);
            return byCost != 0 ? byCost : Node.ORDER.compare(node, other.node);
        }
    }
}
