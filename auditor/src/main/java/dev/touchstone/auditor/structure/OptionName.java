package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.format.Folded;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An option's name as it is compared: writers call one thing by slightly different names in lists, headings and outcomes.
 * <pre>
 * Before:  "Option 2: Use the **event bus**"
 * After:   label 2, words event, bus
 * </pre>
 */
record OptionName(String label, Set<String> words) {
    private static final Pattern LABEL = Pattern.compile(
            "^(?:option|alternative|approach|proposal|solution|candidate|variant) ?#?([a-z]|[0-9]{1,2}[a-z]?)(?: ?[:.)-]| ?$| )");
    private static final Set<String> EMPTY_WORDS = Set.of(
            "a",
            "an",
            "the",
            "use",
            "using",
            "of",
            "to",
            "for",
            "with",
            "and",
            "our",
            "we",
            "will",
            "option",
            "by",
            "on",
            "in",
            "as",
            "it",
            "is",
            "be",
            "chosen",
            "selected",
            "rejected",
            "not");

    static OptionName of(String text) {
        var folded = Folded.of(text);
        var match = LABEL.matcher(Folded.heading(text).startsWith("option") ? Folded.heading(text) : folded);
        var label = match.find() ? match.group(1) : "";
        var rest = label.isEmpty() ? Folded.heading(text) : folded.substring(Math.min(match.end(), folded.length()));
        var words = words(rest);
        return new OptionName(label, words.isEmpty() && label.isEmpty() ? Set.of(folded) : words);
    }

    static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{N}+#]+"))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit) && !EMPTY_WORDS.contains(word))
                .forEach(words::add);
        return words;
    }

    /** Whether one name has all words of the other. */
    boolean within(OptionName other) {
        return !words.isEmpty()
                && !other.words.isEmpty()
                && (words.containsAll(other.words) || other.words.containsAll(words));
    }

    /** How alike two names are in thousandths: 1000 for the same, 0 when they share nothing. */
    int likeness(OptionName other) {
        if (!label.isEmpty() && !other.label.isEmpty()) return label.equals(other.label) ? 1000 : 0;
        if (!words.isEmpty() && String.join("", words).equals(String.join("", other.words))) return 1000;
        var shared = words.stream().filter(other.words::contains).count();
        var all = words.size() + other.words.size() - shared;
        return all == 0 ? 0 : (int) (1000 * shared / all);
    }

    /** How many words of this name a text has, when it has nearly all of them; else 0. */
    int mentionedIn(Set<String> textWords) {
        if (words.isEmpty()) return 0;
        var found = words.stream().filter(textWords::contains).count();
        return 4 * found >= 3L * words.size() && (words.size() > 3 || found == words.size()) ? (int) found : 0;
    }
}
