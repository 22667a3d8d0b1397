package dev.touchstone.indexer.archive.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables of an embedded ledger that hold what it says, those first to which others refer. They are asked of the database,
 * so that a table that a later step adds is copied too.
 */
record Tables(List<Table> all) {
    /** The steps by which the tables were made, and what is put before the workers anew. */
    private static final Set<String> NOT_COPIED = Set.of("schema_history", "scheduled_tasks");

    Tables {
        all = List.copyOf(all);
    }

    /** A table's columns, in order. */
    record Table(String name, List<String> columns) {
        String selecting() {
            return "select %s from %s".formatted(String.join(", ", columns), name);
        }

        String inserting() {
            return "insert into %s (%s) values (%s)"
                    .formatted(
                            name,
                            String.join(", ", columns),
                            String.join(", ", columns.stream().map(_ -> "?").toList()));
        }
    }

    static Tables of(Transaction embedded) {
        var names = embedded
                .list(
                        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
                        (row, _) -> row.getString(1))
                .stream()
                .filter(name -> !NOT_COPIED.contains(name))
                .toList();
        var ordered = new ArrayList<Table>();
        var placed = new HashSet<String>();
        while (placed.size() < names.size()) {
            var next = names.stream()
                    .filter(name -> !placed.contains(name))
                    .filter(name -> placed.containsAll(referred(embedded, name)))
                    .toList();
            if (next.isEmpty()) throw new IllegalStateException("tables refer to each other in a circle: " + names);
            for (var name : next) ordered.add(new Table(name, columns(embedded, name)));
            placed.addAll(next);
        }
        return new Tables(ordered);
    }

    private static Set<String> referred(Transaction embedded, String table) {
        var others = new HashSet<>(
                embedded.list("select \"table\" from pragma_foreign_key_list(?)", (row, _) -> row.getString(1), table));
        others.remove(table);
        return others;
    }

    private static List<String> columns(Transaction embedded, String table) {
        return embedded.list("select name from pragma_table_info(?) order by cid", (row, _) -> row.getString(1), table);
    }
}
