package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.format.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The relations of a collection's records, followed to the records that they mean.
 *
 * @param documents the same documents, their relations with paths for targets where those are known
 * @param orphans relations whose target is none of the documents
 * @param circles of records that supersede each other, each as paths in order: a mistake of the authors
 */
public record Relations(List<Document> documents, List<Orphan> orphans, List<List<String>> circles) {
    private static final Pattern NUMBER =
            Pattern.compile("^(?:[a-z]{2,5}[ #-]{0,2})?#?0*([0-9]{1,5})(?:$|[^0-9a-z].*)", Pattern.CASE_INSENSITIVE);

    public Relations {
        documents = List.copyOf(documents);
        orphans = List.copyOf(orphans);
        circles = List.copyOf(circles);
    }

    /** A relation that leads nowhere. */
    public record Orphan(String path, Relation relation) {}

    /** Follows the relations of a collection. Pure; the documents keep their order. */
    public static Relations resolve(List<Document> documents) {
        var known = new Known(documents);
        var orphans = new ArrayList<Orphan>();
        var resolved = new ArrayList<Document>();
        for (var document : documents) {
            var relations = new ArrayList<Relation>();
            for (var relation : document.metadata().relations()) {
                var target = known.target(document.path(), relation.target());
                if (target.isEmpty()) orphans.add(new Orphan(document.path(), relation));
                relations.add(new Relation(relation.kind(), target.orElse(relation.target())));
            }
            resolved.add(with(document, relations));
        }
        return new Relations(resolved, orphans, circles(resolved));
    }

    private static Document with(Document document, List<Relation> relations) {
        var old = document.metadata();
        if (relations.equals(old.relations())) return document;
        var metadata = new Metadata(
                old.title(), old.date(), old.team(), old.status(), old.authors(), relations, old.origins());
        return document.with(metadata);
    }

    /** What a target may be called: its path, its number, its title. */
    private static final class Known {
        private final Set<String> paths = new TreeSet<>();
        private final Map<String, String> byTitle = new HashMap<>();

        Known(List<Document> documents) {
            for (var document : documents) {
                paths.add(document.path());
                byTitle.putIfAbsent(Folded.heading(document.metadata().title()), document.path());
            }
        }

        Optional<String> target(String from, String written) {
            var target = written.strip().replaceFirst("[#?].*$", "");
            if (target.isEmpty()) return Optional.empty();
            return path(from, target)
                    .or(() -> number(from, target))
                    .or(() -> Optional.ofNullable(byTitle.get(Folded.heading(target))))
                    .filter(found -> !found.equals(from));
        }

        private Optional<String> path(String from, String target) {
            var local = target.replaceFirst("^[a-z]+://[^/]*", "");
            if (!local.contains("/") && !local.contains(".")) return Optional.empty();
            var beside = normal(local.startsWith("/") ? local : folder(from) + local);
            return exactly(beside).or(() -> unique(normal(local)));
        }

        private Optional<String> exactly(String path) {
            return List.of(path, path + ".md", path + ".rst", path + "/README.md").stream()
                    .filter(paths::contains)
                    .findFirst();
        }

        /** The one document whose path ends in, or lies right below, what an absolute target names. */
        private Optional<String> unique(String path) {
            var tail = path.startsWith("../") ? path.replaceAll("^(?:\\.\\./)+", "") : path;
            if (tail.isEmpty()) return Optional.empty();
            var found = paths.stream()
                    .filter(known ->
                            ("/" + known).endsWith("/" + tail) || ("/" + known).endsWith("/" + tail + "/README.md"))
                    .toList();
            if (found.size() == 1) return Optional.of(found.getFirst());
            var name = tail.substring(tail.lastIndexOf('/') + 1);
            var named = paths.stream()
                    .filter(known -> known.endsWith("/" + name) && name.contains("."))
                    .toList();
            return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        }

        /** "0019", "ADR-19" and "PEP 19" mean the record with that number, in the same folder if there are several. */
        private Optional<String> number(String from, String target) {
            var wanted = NUMBER.matcher(target);
            if (!wanted.matches()) return Optional.empty();
            var numbered = paths.stream()
                    .filter(path -> wanted.group(1).equals(numberOf(path)))
                    .toList();
            var beside = numbered.stream()
                    .filter(path -> folder(path).equals(folder(from)))
                    .toList();
            if (beside.size() == 1) return Optional.of(beside.getFirst());
            return numbered.size() == 1 ? Optional.of(numbered.getFirst()) : Optional.empty();
        }

        private static String numberOf(String path) {
            var name = path.substring(path.lastIndexOf('/') + 1);
            if (name.startsWith("README"))
                name = folder(path).replaceFirst("/$", "").replaceFirst("^.*/", "");
            var match = NUMBER.matcher(name.replaceFirst("\\.[a-z]+$", ""));
            return match.matches() ? match.group(1) : "";
        }

        private static String folder(String path) {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }

        private static String normal(String path) {
            var parts = new ArrayList<String>();
            for (var part : path.split("/", -1)) {
                if (part.isEmpty() || part.equals(".")) continue;
                if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) parts.removeLast();
                else parts.add(part);
            }
            return String.join("/", parts);
        }
    }

    private static List<List<String>> circles(List<Document> documents) {
        var successors = new TreeMap<String, Set<String>>();
        for (var document : documents)
            for (var relation : document.metadata().relations()) {
                var path = document.path();
                switch (relation.kind()) {
                    case SUPERSEDED_BY -> next(successors, path).add(relation.target());
                    case SUPERSEDES -> next(successors, relation.target()).add(path);
                    case AMENDS, AMENDED_BY -> {} // two records may well amend each other
                }
            }
        var circles = new LinkedHashSet<List<String>>();
        var done = new HashSet<String>();
        for (var start : successors.keySet()) follow(start, successors, new ArrayList<>(), done, circles);
        return List.copyOf(circles);
    }

    private static Set<String> next(Map<String, Set<String>> successors, String path) {
        return successors.computeIfAbsent(path, _ -> new TreeSet<>());
    }

    private static void follow(
            String path,
            Map<String, Set<String>> successors,
            List<String> way,
            Set<String> done,
            Set<List<String>> circles) {
        var at = way.indexOf(path);
        if (at >= 0) {
            circles.add(fromSmallest(way.subList(at, way.size())));
            return;
        }
        if (!done.add(path)) return;
        way.add(path);
        for (var next : successors.getOrDefault(path, Set.of())) follow(next, successors, way, done, circles);
        way.removeLast();
    }

    /** The same circle always begins at the same record. */
    private static List<String> fromSmallest(List<String> circle) {
        var smallest =
                circle.stream().min(String::compareTo).map(circle::indexOf).orElse(0);
        var turned = new ArrayList<>(circle.subList(smallest, circle.size()));
        turned.addAll(circle.subList(0, smallest));
        return List.copyOf(turned);
    }
}
