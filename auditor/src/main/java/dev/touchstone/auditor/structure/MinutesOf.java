package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.SectionRule.Part;
import dev.touchstone.auditor.format.Units;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Minutes split into decisions: each with the discussion before it, from the beginning of its matter or from the decision
 * before it; the last of a matter has what follows it there too.
 *
 * @param blocks what was decided on, by the block that says so
 */
record MinutesOf(List<Decision> decisions, Map<Integer, Option> blocks) {
    private static final int LONGEST_TITLE = 160;
    private static final int FEWEST_WORDS = 3;

    /** A run of blocks about one thing. */
    private record Matter(String name, int first, int end) {}

    /** A block that decides. */
    private record Verdict(int block, Option option) {}

    static MinutesOf in(Layout layout, List<Place> places, Units units) {
        if (units.rules().isEmpty()) return new MinutesOf(List.of(), Map.of());
        var decisions = new ArrayList<Decision>();
        var blocks = new HashMap<Integer, Option>();
        for (var matter : matters(layout, places, units)) {
            var verdicts = verdicts(layout, matter, units);
            var start = layout.block(matter.first()).span().start();
            for (var verdict : verdicts) {
                var last = verdict.equals(verdicts.getLast());
                var end = layout.block(last ? matter.end() - 1 : verdict.block())
                        .span()
                        .end();
                decisions.add(new Decision(
                        Decision.Id.of(decisions.size() + 1),
                        verdict.option().title(),
                        new Span(start, end),
                        List.of(verdict.option())));
                blocks.put(verdict.block(), verdict.option());
                start = end;
            }
        }
        return new MinutesOf(List.copyOf(decisions), Map.copyOf(blocks));
    }

    private static List<Matter> matters(Layout layout, List<Place> places, Units units) {
        var matters = new ArrayList<Matter>();
        for (var index = 0; index < places.size(); index++) {
            var part = layout.parts().get(index);
            if (places.get(index).part() instanceof Part.Apparatus || part.first() == part.end()) continue;
            var name = part.name();
            var start = part.first();
            for (var block = part.first(); block < part.end(); block++) {
                if (!begins(layout, part, block, units)) continue;
                if (block > start) matters.add(new Matter(name, start, block));
                start = block;
                name = layout.text(block).strip();
            }
            matters.add(new Matter(name, start, part.end()));
        }
        return matters;
    }

    /** A new matter begins at a topic line, and at an outermost list item that has others below it. */
    private static boolean begins(Layout layout, Layout.Part part, int index, Units units) {
        if (Wording.any(units.topics(), layout.folded().get(index))) return true;
        var block = layout.block(index);
        if (block.kind() != Block.Kind.LIST_ITEM || block.level() > 1) return false;
        return index + 1 < part.end()
                && layout.block(index + 1).kind() == Block.Kind.LIST_ITEM
                && layout.block(index + 1).level() > 1;
    }

    private static List<Verdict> verdicts(Layout layout, Matter matter, Units units) {
        var verdicts = new ArrayList<Verdict>();
        for (var block = matter.first(); block < matter.end(); block++) {
            if (layout.block(block).kind() == Block.Kind.CODE) continue;
            for (var sentence : Sentences.of(layout.text(block))) {
                var verdict = verdict(sentence, units, matter.name());
                if (verdict.isEmpty()) continue;
                verdicts.add(new Verdict(block, verdict.get()));
                break;
            }
        }
        return verdicts;
    }

    private static Optional<Option> verdict(String sentence, Units units, String matter) {
        var folded = Folded.of(sentence);
        for (var rule : units.rules())
            for (var wording : rule.sentences())
                if (wording.matches(folded))
                    return Optional.of(new Option(title(sentence, wording, matter), rule.fate()));
        return Optional.empty();
    }

    /** What was decided: the words after the formula, else the matter; "motion carried" alone says nothing. */
    private static String title(String sentence, Wording wording, String matter) {
        var formula = wording.pattern().indexOf('*');
        var colon = sentence.indexOf(':');
        var rest = formula > 0 && colon > 0 && colon <= formula
                ? sentence.substring(colon + 1).strip()
                : sentence.strip();
        var told = matter.isBlank() || (formula > 0 && rest.split("\\s+").length > FEWEST_WORDS);
        return shortened(told ? rest : matter);
    }

    private static String shortened(String text) {
        var line = text.lines().findFirst().orElse("").strip();
        if (line.length() <= LONGEST_TITLE) return line;
        var cut = line.lastIndexOf(' ', LONGEST_TITLE - 1);
        return line.substring(0, cut > 0 ? cut : LONGEST_TITLE - 1) + "…";
    }
}
