package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.SectionRule.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which option was chosen, as the outcome says it.
 * <pre>
 * Before:  "Chosen option: "Event bus", because it decouples the teams."
 * After:   Event bus
 * </pre>
 */
record Choice(Layout layout, List<Place> places, Language language) {
    private static final Pattern CANDIDATE_END =
            Pattern.compile("[,;]? (?:because|since|as|over|instead of|rather than)\\b.*|[.;]$");
    private static final Pattern MARKED = Pattern.compile(
            "[(\\[](?:chosen|selected|accepted|decided|recommended|our choice)[^)\\]]{0,200}+[)\\]]|✅|☑");
    private static final Pattern NUMBERED = Pattern.compile("\\boption #?([1-9][0-9]?)\\b");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth", "sixth");
    private static final Pattern ORDINAL = Pattern.compile(
            "\\bthe (" + String.join("|", ORDINALS) + ") (?:option|one|alternative|approach|variant)\\b");
    private static final int SHORT = 10;
    private static final int LONGEST_NAME = 14;
    private static final int FIRST_BLOCKS = 3;
    private static final int LIKE = 400;

    /**
     * The chosen options; a choice that is none of those known is taken in by {@code add}.
     *
     * @param titles of the options by all names that the record gives them, in order
     */
    List<String> among(Map<String, String> titles, UnaryOperator<String> add) {
        var chosen = new LinkedHashSet<String>();
        titles.forEach((name, title) -> {
            if (MARKED.matcher(Folded.of(name)).find()) chosen.add(title);
        });
        for (var index = 0; index < places.size() && chosen.isEmpty(); index++)
            if (places.get(index).part() instanceof Part.Outcome)
                said(index, titles, add).forEach(chosen::add);
        for (var index = 0; index < places.size() && chosen.isEmpty(); index++)
            if (places.get(index).part() instanceof Part.Outcome)
                implied(index, titles).forEach(chosen::add);
        return List.copyOf(chosen);
    }

    /** Options that a lead-in such as "chosen option" names, in the heading or in the text. */
    private List<String> said(int index, Map<String, String> titles, UnaryOperator<String> add) {
        var part = layout.parts().get(index);
        var chosen = new ArrayList<String>();
        var colon = part.name().indexOf(": ");
        if (colon > 0) best(part.name().substring(colon + 2), titles).ifPresent(chosen::add);
        for (var block = part.first(); block < part.end(); block++) {
            if (layout.block(block).kind() == Block.Kind.CODE) continue;
            for (var sentence : Sentences.of(layout.text(block))) {
                var candidate = candidate(sentence);
                if (candidate.isEmpty()) continue;
                var known = best(candidate.get(), titles);
                if (known.isPresent()) chosen.add(known.get());
                else if (chosen.isEmpty() && isName(sentence, candidate.get()))
                    chosen.add(add.apply(unquoted(candidate.get())));
            }
        }
        return chosen;
    }

    /** Options that the title, when it is the outcome, or the outcome's first words mention, where nothing says "chosen". */
    private List<String> implied(int index, Map<String, String> titles) {
        var part = layout.parts().get(index);
        var chosen = new ArrayList<String>();
        // A title that states the decision.
        if (part.heading() >= 0 && part.parent() < 0 && !places.get(index).own())
            best(part.name(), titles).ifPresent(chosen::add);
        for (var block = part.first(); block < Math.min(part.end(), part.first() + FIRST_BLOCKS); block++) {
            var text = layout.text(block);
            var item = layout.block(block).kind() == Block.Kind.LIST_ITEM;
            if (item && text.split("\\s+").length > SHORT) continue;
            best(Sentences.of(text).getFirst(), titles).ifPresent(chosen::add);
            if (!item && !chosen.isEmpty()) break;
        }
        return chosen;
    }

    /** What stands after the first lead-in of a sentence, as written. */
    private Optional<String> candidate(String sentence) {
        var folded = Folded.of(sentence);
        return language.choices().stream()
                .filter(folded::contains)
                .findFirst()
                .map(leadIn -> after(sentence, leadIn))
                .map(rest -> rest.replaceFirst("^[\\s:–—-]*(?:is|was)?[\\s:–—-]*", ""))
                .map(rest -> CANDIDATE_END.matcher(rest).replaceFirst("").strip())
                .filter(rest -> !rest.isEmpty());
    }

    private static String after(String sentence, String leadIn) {
        var words = Pattern.compile(
                Arrays.stream(leadIn.split(" "))
                        .map(Pattern::quote)
                        .reduce((one, next) -> one + "[\\s*_`]+" + next)
                        .orElse(""),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        var match = words.matcher(sentence);
        return match.find() ? sentence.substring(match.end()) : "";
    }

    /** The option that a text names, by its title or by another name that the record gives it. */
    private static Optional<String> best(String text, Map<String, String> titles) {
        var numbered = numbered(text, titles.values().stream().distinct().toList());
        if (numbered.isPresent()) return numbered;
        var candidate = OptionName.of(unquoted(text));
        var words = OptionName.words(text);
        var within = titles.keySet().stream()
                .filter(name -> candidate.within(OptionName.of(name)))
                .map(titles::get)
                .distinct()
                .toList();
        if (within.size() == 1) return Optional.ofNullable(within.getFirst());
        var best = Optional.<String>empty();
        var bestScore = 0;
        for (var known : titles.entrySet()) {
            var name = OptionName.of(known.getKey());
            var likeness = candidate.likeness(name);
            var score = likeness == 1000 ? 2000 : 100 * name.mentionedIn(words) + (likeness >= LIKE ? likeness : 0);
            if (score > bestScore) {
                bestScore = score;
                best = Optional.of(known.getValue());
            }
        }
        return best;
    }

    /** "Option 2" among options that have no numbers of their own is the second of them. */
    private static Optional<String> numbered(String text, List<String> options) {
        if (options.stream().anyMatch(option -> !OptionName.of(option).label().isEmpty())) return Optional.empty();
        var folded = Folded.of(text);
        var numeral = NUMBERED.matcher(folded);
        var ordinal = ORDINAL.matcher(folded);
        var number = numeral.find()
                ? Integer.parseInt(numeral.group(1))
                : ordinal.find() ? ORDINALS.indexOf(ordinal.group(1)) + 1 : 0;
        return number >= 1 && number <= options.size() ? Optional.of(options.get(number - 1)) : Optional.empty();
    }

    /** Whether a choice that is no listed option is a name at all, and not the rest of some sentence. */
    private static boolean isName(String sentence, String candidate) {
        return Folded.heading(sentence).startsWith("chosen") && candidate.split("\\s+").length <= LONGEST_NAME;
    }

    private static String unquoted(String text) {
        var open = text.isEmpty() ? -1 : "\"'“‘".indexOf(text.charAt(0));
        if (open < 0) return text;
        var close = text.indexOf("\"'”’".charAt(open), 1);
        return close > 1 ? text.substring(1, close) : text;
    }
}
