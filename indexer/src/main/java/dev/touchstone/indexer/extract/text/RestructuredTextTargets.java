package dev.touchstone.indexer.extract.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds where the named links of a reStructuredText lead, which is said anywhere in it. */
final class RestructuredTextTargets {
    private static final Pattern TARGET = Pattern.compile("^_(`[^`]++`|(?![ _])(?:[^:\\\\]|\\\\.)++):(?:\\s++(.*+)|$)");

    private RestructuredTextTargets() {}

    /** Targets by name in lower case; {@code __} stands for those without a name. */
    static Map<String, String> of(List<String> lines) {
        var targets = new HashMap<String, String>();
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index).stripLeading();
            if (line.startsWith("__ ") || line.startsWith(".. __:")) targets.putIfAbsent("__", "");
            if (!line.startsWith(".. _")) continue;
            var target = TARGET.matcher(line.substring(3));
            if (!target.matches()) continue;
            var name = target.group(1).replace("`", "").replace("\\", "");
            var value = target.group(2) == null ? "" : target.group(2);
            // The address may stand on the line below.
            var below = index + 1 < lines.size() ? lines.get(index + 1) : "";
            targets.putIfAbsent(
                    RestructuredTextInline.normal(name),
                    value.isEmpty() && below.startsWith("   ") ? below.strip() : value);
        }
        return targets;
    }
}
