package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Units;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A decision with a heading of its own in a document that holds several: that heading's part and all parts below it.
 *
 * @param first index of the part
 * @param end index after the last part below it
 */
record Chapter(int first, int end, String title) {
    private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}(?:\\.\\d{1,3}){0,4}\\.?\\s+(?=\\S)");

    static List<Chapter> in(Layout layout, Units units) {
        var chapters = new ArrayList<Chapter>();
        for (var index = 0; index < layout.parts().size(); index++) {
            var part = layout.parts().get(index);
            if (part.heading() < 0) continue;
            var own = units.headings().stream()
                    .filter(wording -> wording.matches(part.folded()))
                    .findFirst();
            var collected = part.parent() >= 0
                    && Wording.any(
                            units.collections(),
                            layout.parts().get(part.parent()).folded());
            if (own.isEmpty() && !collected) continue;
            var title = own.map(wording -> title(part.name(), wording)).orElseGet(() -> unnumbered(part.name()));
            chapters.add(new Chapter(index, end(layout, index), title));
        }
        return List.copyOf(chapters);
    }

    /** Of "Decision: Keep the cache", found by {@code decision: *}, it is "Keep the cache". */
    private static String title(String name, Wording wording) {
        var colon = name.indexOf(':');
        return colon > 0 && wording.pattern().endsWith(": *")
                ? name.substring(colon + 1).strip()
                : name;
    }

    /** Of "9.2 Keep the cache" it is "Keep the cache". */
    private static String unnumbered(String name) {
        return NUMBER.matcher(name).replaceFirst("");
    }

    private static int end(Layout layout, int first) {
        var end = first + 1;
        while (end < layout.parts().size()
                && layout.parts().get(end).level() > layout.parts().get(first).level()) end++;
        return end;
    }

    boolean has(int part) {
        return first <= part && part < end;
    }

    Span span(Layout layout) {
        return new Span(layout.span(first).start(), layout.span(end - 1).end());
    }
}
