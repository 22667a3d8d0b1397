package dev.touchstone.auditor.search;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.QueryToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a query into tokens. Punctuation that means nothing here is left out, so that a pasted sentence is a query.
 * Before:  +value:candour "no longer" (a OR b*) - why?
 * After:   PLUS FIELD(value) WORD(candour) PHRASE(no longer) OPEN WORD(a) OR WORD(b*) CLOSE WORD(why?)
 */
final class QueryLexer {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}:(?![\\s:/]|$)");
    /** What sets a regular expression between slashes apart from a path. */
    private static final Pattern EXPRESSION = Pattern.compile("/[^/\\s]*[*+?|\\[\\]{}^$\\\\][^/\\s]*/");
    /** A weight behind a word, as other programs have it; {@code 2^10} and {@code x^2} are none. */
    private static final Pattern WEIGHT = Pattern.compile("(?:\\p{L}{2}|[*~]\\d?)\\^\\d[\\d.]*$");

    private final String text;
    private final List<QueryToken> tokens = new ArrayList<>();
    private int next;

    private QueryLexer(String text) {
        this.text = text;
    }

    static List<QueryToken> tokens(String query) {
        if (query.length() > SearchSyntax.MOST_CHARACTERS)
            throw new BadInput("query: %,d characters are too many; %,d are the most"
                    .formatted(query.length(), SearchSyntax.MOST_CHARACTERS));
        var lexer = new QueryLexer(query);
        lexer.run();
        if (lexer.tokens.stream().filter(QueryToken::isOpen).count() > SearchSyntax.MOST_OPEN)
            throw new BadInput("query: it has more than " + SearchSyntax.MOST_OPEN
                    + " words with * or ~, each of which stands for many; ask for fewer");
        if (lexer.tokens.isEmpty() && !query.isBlank())
            throw new BadInput("query: there is no word in it; leave it empty to ask for everything");
        return lexer.tokens;
    }

    private void run() {
        while (next < text.length()) {
            var c = text.charAt(next);
            if (Character.isWhitespace(c) || Character.isISOControl(c)) next++;
            else if (quotes(c)) phrase();
            else if (c == '(') mark(Kind.OPEN);
            else if (c == ')') mark(Kind.CLOSE);
            else if ((c == '+' || c == '-') && operand(next + 1)) mark(c == '+' ? Kind.PLUS : Kind.MINUS);
            else if (c == '[' && afterField()) range();
            else if (!field()) word();
            if (tokens.size() > SearchSyntax.MOST_PARTS)
                throw new BadInput("query: it has more than " + SearchSyntax.MOST_PARTS + " parts; ask for fewer");
        }
    }

    private void mark(Kind kind) {
        tokens.add(new QueryToken(kind, text.substring(next, next + 1), next + 1));
        next++;
    }

    private void phrase() {
        var start = next++;
        var end = next;
        while (end < text.length() && !quotes(text.charAt(end))) end++;
        if (end == text.length())
            throw QueryToken.wrong(start + 1, "the quotation mark is not closed; add \" at the end of the phrase");
        if (!speaks(text.substring(next, end)))
            throw QueryToken.wrong(
                    start + 1, "there is no word between the quotation marks; write one or leave them out");
        tokens.add(new QueryToken(Kind.PHRASE, text.substring(next, end), start + 1));
        next = end + 1;
        if (next < text.length() && text.charAt(next) == '~')
            throw QueryToken.wrong(
                    next + 1, "the words of a phrase stand side by side; leave ~ out, or join the words with AND");
    }

    private void range() {
        var end = text.indexOf(']', next);
        if (end < 0) throw QueryToken.wrong(next + 1, "the range is not closed; write date:[2024-01-01 TO 2024-06-30]");
        tokens.add(new QueryToken(Kind.RANGE, text.substring(next + 1, end).strip(), next + 1));
        next = end + 1;
    }

    /** Takes {@code name:} when a word follows at once; {@code note: this}, {@code std::io} and {@code http://x} are words. */
    private boolean field() {
        var name = NAME.matcher(text).region(next, text.length());
        if (!name.lookingAt()) return false;
        tokens.add(new QueryToken(Kind.FIELD, text.substring(next, name.end() - 1), next + 1));
        next = name.end();
        return true;
    }

    private void word() {
        var start = next;
        if (EXPRESSION.matcher(text).region(next, text.length()).lookingAt())
            throw QueryToken.wrong(
                    start + 1,
                    "regular expressions are not searched for; write word* or word~, or put the text in quotation marks");
        while (next < text.length() && inWord(text.charAt(next))) next++;
        var word = text.substring(start, next);
        if (WEIGHT.matcher(word).find() || (word.startsWith("^") && followsMark(start)))
            throw QueryToken.wrong(
                    start + word.lastIndexOf('^') + 1,
                    "weights are not taken, the rarer word counts more by itself; leave %s out, or put the text in quotation marks"
                            .formatted(word.substring(word.lastIndexOf('^'))));
        switch (word) {
            case "AND" -> tokens.add(new QueryToken(Kind.AND, word, start + 1));
            case "OR" -> tokens.add(new QueryToken(Kind.OR, word, start + 1));
            case "NOT" -> tokens.add(new QueryToken(Kind.NOT, word, start + 1));
            case "&&" -> throw QueryToken.wrong(start + 1, "write AND for &&");
            case "||" -> throw QueryToken.wrong(start + 1, "write OR for ||");
            default -> plain(word, start + 1);
        }
    }

    /** Whether a quotation mark or a parenthesis stands right before. */
    private boolean followsMark(int at) {
        return at > 0 && !inWord(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at - 1));
    }

    private void plain(String word, int at) {
        if (word.indexOf('*') >= 0 && !speaks(word))
            throw QueryToken.wrong(at, "a star needs letters before it; leave the query empty to ask for everything");
        if (speaks(word)) tokens.add(new QueryToken(Kind.WORD, word, at));
        else if (afterField())
            throw QueryToken.wrong(
                    at, "there is no word after " + tokens.getLast().text() + ":");
    }

    private boolean afterField() {
        return !tokens.isEmpty() && tokens.getLast().is(Kind.FIELD);
    }

    /** Whether what stands here can follow a sign: {@code -draft} but not {@code a - b} or {@code --flag}. */
    private boolean operand(int at) {
        if (at >= text.length()) return false;
        var c = text.codePointAt(at);
        return Character.isLetterOrDigit(c) || c == '(' || (c < 0xFFFF && quotes((char) c));
    }

    private static boolean inWord(char c) {
        return !Character.isWhitespace(c) && !Character.isISOControl(c) && !quotes(c) && c != '(' && c != ')';
    }

    private static boolean quotes(char c) {
        return c == '"' || c == '\u201C' || c == '\u201D';
    }

    /** Whether there is anything to look for: a letter, a digit, or a sign such as an emoji. */
    private static boolean speaks(String text) {
        return text.codePoints()
                .anyMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_SYMBOL);
    }
}
