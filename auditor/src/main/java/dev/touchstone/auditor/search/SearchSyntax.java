package dev.touchstone.auditor.search;

/**
 * The language of queries: one for the command line, the page and the API, and the same whatever index answers.
 * Nothing costly can be said in it: no leading wildcard, no regular expression, at most {@value #MOST_PARTS} parts, of
 * which {@value #MOST_OPEN} stand for many words each.
 */
public final class SearchSyntax {
    /** How to ask, for a person. */
    public static final String HELP = """
            customer trust              passages about it: most of the words in any form, or close in meaning
            "loss of data"              these words in this order
            privacy AND audit           both            privacy OR audit     one of them
            privacy NOT audit           without it      +privacy -audit      the same, shorter
            (cost OR price) AND trust   parentheses group; AND binds tighter than OR
            encrypt*                    words that begin so (two letters at least)
            recieve~   recieve~2        words that are one (two) letters away
            title:cache                 a word of the title; so also team:  section:  decision:  path:docs/adr
            status:accepted             or proposed, rejected, superseded, deprecated, draft, other; so also format:madr4
            value:candour role:reason   one reference with both; so also stance:  effect:given_up  about:rejected
            date:2024-05                or date:2024, date:2024-Q2, date:[2024-01-01 TO 2024-06-30], date:[2024 TO *]

            An empty query asks for everything that the filters leave. Words joined by AND, OR, NOT, + or -, "phrases",
            word*, word~ and field:word must hold by the letter; plain words outside of them may be met by meaning.
            To search for a colon, a star or a parenthesis itself, put the text in quotation marks.
            """;

    static final int MOST_CHARACTERS = 4_000;
    static final int MOST_PARTS = 200;
    /** Words that stand for many others, and so are looked up as often. */
    static final int MOST_OPEN = 20;

    private SearchSyntax() {}

    /**
     * Understands a query.
     *
     * @throws dev.touchstone.auditor.BadInput when it cannot be understood, with the place (from 1) and the remedy
     */
    public static Question parse(String text) {
        return new QueryParser(QueryLexer.tokens(text)).question();
    }
}
