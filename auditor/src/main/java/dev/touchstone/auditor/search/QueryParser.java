package dev.touchstone.auditor.search;

import dev.touchstone.auditor.search.Condition.Place;
import dev.touchstone.auditor.search.Condition.Term;
import dev.touchstone.auditor.search.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns tokens into a question, by recursive descent.
 * <pre>
 * any    = all { OR all }
 * all    = clause { [AND] clause }
 * clause = (NOT | + | -) clause | ( any ) | field: (any) | field: term | term
 * </pre>
 * The number of tokens is bounded, and so is the depth.
 */
final class QueryParser {
    private static final Pattern FUZZY = Pattern.compile("^(.+)~(\\d?)");

    private final List<QueryToken> tokens;
    private int next;

    QueryParser(List<QueryToken> tokens) {
        this.tokens = tokens;
    }

    /** Plain words keep their freedom only where no AND or OR joins them to something. */
    Question question() {
        if (tokens.isEmpty()) return new Question(List.of(), List.of());
        if (joined()) {
            var condition = any(Optional.empty());
            rejectRest();
            return new Question(
                    List.of(), condition instanceof Condition.All all ? all.conditions() : List.of(condition));
        }
        var words = new ArrayList<String>();
        var conditions = new ArrayList<Condition>();
        while (next < tokens.size()) {
            var token = tokens.get(next);
            if (token.is(Kind.WORD) && term(token) instanceof Term.Word(var text)) {
                words.add(text);
                next++;
            } else conditions.add(clause(Optional.empty()));
        }
        return new Question(words, merged(conditions));
    }

    private boolean joined() {
        var depth = 0;
        for (var token : tokens) {
            if (token.is(Kind.OPEN)) depth++;
            if (token.is(Kind.CLOSE)) depth--;
            if (depth == 0 && (token.is(Kind.AND) || token.is(Kind.OR))) return true;
        }
        return false;
    }

    private void rejectRest() {
        if (next < tokens.size())
            throw tokens.get(next).wrong("the parenthesis closes nothing; leave it out or open one before");
    }

    private Condition any(Optional<QueryField> field) {
        var sides = new ArrayList<Condition>();
        sides.add(all(field));
        while (at(Kind.OR)) {
            needRight(tokens.get(next++));
            sides.add(all(field));
        }
        return sides.size() == 1 ? sides.getFirst() : new Condition.Any(sides);
    }

    private Condition all(Optional<QueryField> field) {
        var parts = new ArrayList<Condition>();
        parts.add(clause(field));
        while (next < tokens.size() && !at(Kind.OR) && !at(Kind.CLOSE)) {
            if (at(Kind.AND)) needRight(tokens.get(next++));
            parts.add(clause(field));
        }
        var merged = merged(parts);
        return merged.size() == 1 ? merged.getFirst() : new Condition.All(merged);
    }

    private Condition clause(Optional<QueryField> field) {
        var token = tokens.get(next++);
        return switch (token.kind()) {
            case NOT, MINUS -> {
                needRight(token);
                yield new Condition.Not(clause(field));
            }
            case PLUS -> clause(field);
            case OPEN -> group(token, field);
            case FIELD -> {
                if (field.isPresent()) throw token.wrong("a field cannot stand inside another field's parentheses");
                var inner = QueryField.of(token);
                needRight(token);
                yield switch (tokens.get(next).kind()) {
                    case OPEN -> group(tokens.get(next++), Optional.of(inner));
                    case WORD, PHRASE, RANGE -> condition(inner, tokens.get(next++));
                    case FIELD, CLOSE, PLUS, MINUS, AND, OR, NOT ->
                        throw token.wrong("there is no word after " + token.text() + ":");
                };
            }
            case WORD, PHRASE, RANGE ->
                field.map(name -> condition(name, token)).orElseGet(() -> new Condition.Finds(Place.TEXT, term(token)));
            case CLOSE -> throw token.wrong("the parenthesis closes nothing; leave it out or open one before");
            case AND, OR -> throw token.wrong(token.text() + " has nothing on its left; write a word before it");
        };
    }

    private Condition group(QueryToken open, Optional<QueryField> field) {
        if (next == tokens.size()) throw open.wrong("the parenthesis is not closed; add )");
        if (at(Kind.CLOSE)) throw open.wrong("there is nothing between the parentheses; leave them out");
        var condition = any(field);
        if (!at(Kind.CLOSE)) throw open.wrong("the parenthesis is not closed; add )");
        next++;
        return condition;
    }

    private static Condition condition(QueryField field, QueryToken token) {
        return switch (field.kind()) {
            case QueryField.Kind.Text(var place) -> new Condition.Finds(place, term(token));
            case QueryField.Kind.Word(var facet) -> {
                var word = word(facet, token);
                yield facet.ofReference() ? new Condition.Refers(Map.of(facet, word)) : new Condition.Has(facet, word);
            }
            case QueryField.Kind.Day() -> QueryDates.dated(token);
        };
    }

    private static Term term(QueryToken token) {
        var text = token.text();
        if (token.is(Kind.PHRASE)) return new Term.Phrase(text);
        if (token.is(Kind.RANGE)) throw token.wrong("only dates have ranges; write date:[2024-01-01 TO 2024-06-30]");
        var star = text.indexOf('*');
        if (star >= 0) {
            if (star != text.length() - 1)
                throw token.wrong("a star can only end a word; write word*, or put the text in quotation marks");
            if (text.codePoints().filter(Character::isLetterOrDigit).count() < 2)
                throw token.wrong("a star needs two letters before it; write more of the word");
            return new Term.Prefix(text.substring(0, star));
        }
        var fuzzy = FUZZY.matcher(text);
        return fuzzy.matches() ? fuzzy(token, fuzzy.group(1), fuzzy.group(2)) : new Term.Word(text);
    }

    private static Term fuzzy(QueryToken token, String word, String edits) {
        if (word.codePoints().filter(Character::isLetterOrDigit).count() < 3)
            throw token.wrong("~ needs a word of three letters or more before it");
        return switch (edits) {
            case "", "1" -> new Term.Fuzzy(word, 1);
            case "2" -> new Term.Fuzzy(word, 2);
            default -> throw token.wrong("one or two letters may differ; write " + word + "~ or " + word + "~2");
        };
    }

    /** A facet's word as it is written: {@code effect:"given up"} and {@code effect:Given-Up} are {@code given_up}. */
    private static String word(Facet facet, QueryToken token) {
        var name = Facet.word(facet);
        if (token.is(Kind.RANGE)) throw token.wrong("only dates have ranges; write " + name + ":word");
        if (token.is(Kind.WORD) && (token.text().endsWith("*") || token.text().endsWith("~")))
            throw token.wrong(name + ": takes a whole word, without * and ~");
        if (facet.words().isEmpty()) return token.text();
        var word = token.text().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        if (facet.words().contains(word)) return word;
        throw token.wrong(
                name + ": has no word " + token.text() + "; it is one of " + String.join(", ", facet.words()));
    }

    /**
     * Conditions on references that stand side by side speak of one reference, unless a property is named twice: then each
     * may hold of another one ({@code value:candour AND value:thrift} asks for passages that refer to both).
     */
    private static List<Condition> merged(List<Condition> conditions) {
        var words = new TreeMap<Facet, String>();
        var others = new ArrayList<Condition>();
        for (var condition : conditions)
            if (condition instanceof Condition.Refers refers)
                for (var word : refers.words().entrySet()) {
                    if (words.putIfAbsent(word.getKey(), word.getValue()) != null) return List.copyOf(conditions);
                }
            else others.add(condition);
        if (!words.isEmpty()) others.addFirst(new Condition.Refers(words));
        return others;
    }

    private void needRight(QueryToken operator) {
        if (next == tokens.size() || at(Kind.CLOSE))
            throw operator.wrong(operator.text() + " has nothing on its right; write a word after it");
    }

    private boolean at(Kind kind) {
        return next < tokens.size() && tokens.get(next).is(kind);
    }
}
