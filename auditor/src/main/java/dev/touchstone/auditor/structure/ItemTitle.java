package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.format.Folded;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The name of an option in the item of a list: its first words, up to where it begins to argue.
 * <pre>
 * Before:  "Event bus - chosen because the teams know it"
 * After:   "Event bus"
 * </pre>
 */
final class ItemTitle {
    private static final List<String> MARKS = List.of(": ", " - ", " – ", " — ");
    private static final Pattern LABEL =
            Pattern.compile("^(?:option|alternative|approach) ?#?[a-z0-9]{1,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERDICT =
            Pattern.compile("\\b(?:chosen|selected|recommended|rejected|evaluated|preferred|not)\\b");
    private static final Pattern CHOSEN = Pattern.compile("^(?:chosen|selected)\\b");
    private static final int LONGEST = 80;
    /** Fewer words after a mark belong to the name: "Option A: Event bus", "Wiki: hosted". */
    private static final int WORDS_OF_AN_ARGUMENT = 4;

    private ItemTitle() {}

    static String of(String item) {
        var line = bare(item);
        var cut = cut(line);
        if (cut > 0) return bare(line.substring(0, cut));
        if (line.length() <= LONGEST) return line.replaceAll("[.:;,]$", "");
        var space = line.lastIndexOf(' ', LONGEST);
        return space > 0 ? line.substring(0, space) : line.substring(0, LONGEST);
    }

    /** Whether the item itself says that its option was chosen. */
    static boolean isChosen(String item) {
        var line = bare(item);
        var cut = cut(line);
        return cut > 0 && CHOSEN.matcher(Folded.heading(line.substring(cut))).find();
    }

    private static int cut(String line) {
        var best = -1;
        for (var mark : MARKS) {
            var at = line.indexOf(mark, 2);
            if (at > 0 && LABEL.matcher(line.substring(0, at)).matches()) at = line.indexOf(mark, at + mark.length());
            if (at > 0 && argues(line.substring(at + mark.length())) && (best < 0 || at < best)) best = at;
        }
        return best;
    }

    private static boolean argues(String rest) {
        return rest.split("\\s+").length >= WORDS_OF_AN_ARGUMENT
                || VERDICT.matcher(Folded.of(rest)).find();
    }

    private static String bare(String text) {
        return text.lines().findFirst().orElse("").replaceAll("^[\\s*_`]+|[\\s*_`]+$", "");
    }
}
