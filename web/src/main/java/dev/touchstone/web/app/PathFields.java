package dev.touchstone.web.app;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.structure.DateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file's name, its folders and its date say about it: the weakest of all that is known. */
final class PathFields {
    /** Folders that say what kind of file lies in them, not whose it is. */
    private static final Set<String> KINDS = Set.of(
            "docs",
            "doc",
            "documents",
            "documentation",
            "decisions",
            "decision",
            "decision-records",
            "decision-record",
            "architecture-decision-record",
            "architecture-decision-records",
            "architecture",
            "adr",
            "adrs",
            "rfc",
            "rfcs",
            "keps",
            "peps",
            "specs",
            "proposals",
            "meetings",
            "meeting",
            "minutes",
            "records",
            "resolutions",
            "wiki",
            "files",
            "content",
            "src",
            "goals",
            "reference",
            "archive");

    /** Folders that say how far what lies in them has come. */
    private static final Set<String> STATES = Set.of(
            "draft",
            "drafts",
            "proposed",
            "backlog",
            "accepted",
            "approved",
            "adopted",
            "implemented",
            "ongoing",
            "selected",
            "completed",
            "rejected",
            "superseded",
            "deprecated",
            "withdrawn",
            "abandoned");

    private PathFields() {}

    static List<Field> of(String path, Path file) {
        var fields = new ArrayList<>(of(path));
        try {
            var day = Files.getLastModifiedTime(file)
                    .toInstant()
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
            fields.add(new Field("date", day.toString(), Origin.FILE_DATE));
        } catch (IOException gone) {
            // The file's outcome will say that it is not there; a date would add nothing.
            return fields;
        }
        return fields;
    }

    /** What the path alone says. */
    static List<Field> of(String path) {
        var fields = new ArrayList<Field>();
        var names = path.split("/");
        DateText.in(names[names.length - 1])
                .ifPresent(date -> fields.add(new Field("date", date.date().toString(), Origin.FILE_NAME)));
        for (var index = names.length - 2; index >= 0; index--) {
            var date = DateText.in(names[index]);
            if (date.isEmpty()) continue;
            fields.add(new Field("date", date.get().date().toString(), Origin.FOLDER));
            break;
        }
        Arrays.stream(names)
                .limit(names.length - 1L)
                .filter(folder -> STATES.contains(folder.toLowerCase(Locale.ROOT)))
                .reduce((_, nearest) -> nearest)
                .ifPresent(state -> fields.add(new Field("status", state, Origin.FOLDER)));
        Arrays.stream(names)
                .limit(names.length - 1L)
                .filter(PathFields::isTeam)
                .findFirst()
                .ifPresent(team -> fields.add(new Field("team", team, Origin.FOLDER)));
        return fields;
    }

    private static boolean isTeam(String folder) {
        var name = folder.toLowerCase(Locale.ROOT);
        return !KINDS.contains(name)
                && !STATES.contains(name)
                && folder.chars().anyMatch(Character::isLetter)
                && DateText.in(folder).isEmpty();
    }
}
