package dev.touchstone.auditor.audit;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final int NO_EDGE = -1;

    /** All teams together and all quarters together have no name. */
    record Group(Optional<String> team, Optional<String> period) {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::row, Node.ORDER).thenComparing(Group::column, Node.ORDER);

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

    /** All groups, by row and then by column. */
    private final List<Group> groups;

    private final List<Size> sizes;
    /** Of each group the place of its row, and that of its column, in the order of all nodes. */
    private final int[] rows;

    private final int[] columns;
    private final boolean[] hidden;
    /** Of each node: the groups that it has. */
    private final int[][] edges;

    private Hidden(Map<Group, Size> table) {
        var ordered = table.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Group.ORDER))
                .toList();
        groups = ordered.stream().map(Map.Entry::getKey).toList();
        sizes = ordered.stream().map(Map.Entry::getValue).toList();
        hidden = new boolean[groups.size()];
        var nodes = groups.stream()
                .flatMap(group -> Stream.of(group.row(), group.column()))
                .distinct()
                .sorted(Node.ORDER)
                .toList();
        rows = places(nodes, Group::row);
        columns = places(nodes, Group::column);
        edges = IntStream.range(0, nodes.size()).mapToObj(this::edgesOf).toArray(int[][]::new);
    }

    private int[] places(List<Node> nodes, Function<Group, Node> end) {
        return groups.stream()
                .mapToInt(group -> Collections.binarySearch(nodes, end.apply(group), Node.ORDER))
                .toArray();
    }

    private int[] edgesOf(int node) {
        return IntStream.range(0, groups.size())
                .filter(edge -> rows[edge] == node || columns[edge] == node)
                .toArray();
    }

    /**
     * The hidden ones among these groups and their sums by team and by quarter.
     *
     * @param cells each of one team and one quarter, with decisions
     */
    static Set<Group> of(Map<Group, Size> cells, Least least) {
        var table = new Hidden(withSums(cells));
        var small = IntStream.range(0, table.groups.size())
                .filter(group -> table.sizes.get(group).isBelow(least))
                .toArray();
        for (var group : small) table.hidden[group] = true;
        for (var group : small) table.close(group);
        return IntStream.range(0, table.groups.size())
                .filter(group -> table.hidden[group])
                .mapToObj(table.groups::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<Group, Size> withSums(Map<Group, Size> cells) {
        var sizes = new HashMap<Group, Size>();
        cells.forEach((group, size) -> {
            sizes.put(group, size);
            sizes.merge(new Group(group.team(), ALL), size, Size::and);
            sizes.merge(new Group(ALL, group.period()), size, Size::and);
        });
        return sizes;
    }

    /** Hides the cheapest way from the group's row back to its column, if there is any; what is hidden already costs nothing. */
    private void close(int group) {
        var cost = new long[edges.length];
        Arrays.fill(cost, Long.MAX_VALUE);
        var came = new int[edges.length];
        Arrays.fill(came, NO_EDGE);
        var next = new PriorityQueue<Step>();
        cost[rows[group]] = 0;
        next.add(new Step(rows[group], 0));
        while (!next.isEmpty()) {
            var step = next.remove();
            if (step.node() == columns[group]) break;
            if (step.cost() > cost[step.node()]) continue;
            for (var edge : edges[step.node()]) {
                if (edge == group) continue;
                var other = otherEnd(edge, step.node());
                var reached = step.cost() + (hidden[edge] ? 0 : sizes.get(edge).decisions());
                if (reached >= cost[other]) continue;
                cost[other] = reached;
                came[other] = edge;
                next.add(new Step(other, reached));
            }
        }
        for (var node = columns[group]; came[node] != NO_EDGE; ) {
            var edge = came[node];
            hidden[edge] = true;
            node = otherEnd(edge, node);
        }
    }

    private int otherEnd(int edge, int node) {
        return rows[edge] == node ? columns[edge] : rows[edge];
    }

    private record Step(int node, long cost) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            var byCost = Long.compare(cost, other.cost);
            return byCost != 0 ? byCost : Integer.compare(node, other.node);
        }
    }
}
