package dev.touchstone.indexer.search;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.search.Condition;
import dev.touchstone.auditor.search.Condition.Place;
import dev.touchstone.auditor.search.Condition.Term;
import dev.touchstone.auditor.search.Facet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.IntField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Says in Lucene's terms what a question asks. */
final class Translator {
    /** A word of the title counts for something in the order, too little to beat a passage that has the word itself. */
    private static final float TITLE = 0.3f;

    /** Of the words near another, those that the order looks at. */
    private static final int MOST_VARIANTS = 50;

    private static final int SAME_START = 1;

    private final ReferenceTerms references;

    Translator(ReferenceTerms references) {
        this.references = references;
    }

    Query query(Condition condition) {
        return switch (condition) {
            case Condition.Finds(var place, var term) -> finds(place, term);
            case Condition.Has(var facet, var word) -> has(facet, List.of(word));
            case Condition.Refers refers -> references.query(ReferenceFilter.of(refers));
            case Condition.Dated(var from, var to) -> dated(from, to);
            case Condition.All(var parts) -> all(parts);
            case Condition.Any(var sides) -> any(sides.stream().map(this::query).toList());
            case Condition.Not not -> all(List.of(not));
        };
    }

    /** Conditions that hold together. Lucene subtracts from something, so what is only negative starts from everything. */
    private Query all(List<Condition> parts) {
        var query = new BooleanQuery.Builder();
        var positive = false;
        for (var part : parts) {
            if (part instanceof Condition.Not(var inner)) query.add(query(inner), Occur.MUST_NOT);
            else {
                query.add(query(part), Occur.MUST);
                positive = true;
            }
        }
        if (!positive) query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        return query.build();
    }

    static Query has(Facet facet, List<String> words) {
        return new TermInSetQuery(
                Fields.found(facet),
                words.stream().map(LuceneDocuments::folded).map(BytesRef::new).toList());
    }

    static Query dated(Optional<LocalDate> from, Optional<LocalDate> to) {
        return IntField.newRangeQuery(
                Fields.DAY,
                from.map(LuceneDocuments::day).orElse(Integer.MIN_VALUE),
                to.map(LuceneDocuments::day).orElse(Integer.MAX_VALUE));
    }

    private static Query finds(Place place, Term term) {
        return switch (place) {
            case TEXT -> any(List.of(in(Fields.TEXT, term), in(Fields.HEADING, term)));
            case TITLE -> in(Fields.TITLE, term);
            case TEAM -> in(Fields.TEAM, term);
            case SECTION -> section(term);
            case DECISION -> in(Fields.DECISION, term);
            case PATH -> in(Fields.PATH, term);
        };
    }

    private static Query section(Term term) {
        var heading = in(Fields.SECTION, term);
        return term instanceof Term.Word(var word)
                ? any(List.of(heading, has(Facet.SECTION, List.of(word.toLowerCase(Locale.ROOT)))))
                : heading;
    }

    /** A term among a field's stems, or, where it is compared letter by letter, among its words. */
    private static Query in(String field, Term term) {
        return switch (term) {
            case Term.Word(var text) -> phrase(field, text);
            case Term.Phrase(var text) -> phrase(field, text);
            case Term.Prefix(var start) -> new PrefixQuery(single(Fields.words(field), start, "*"));
            case Term.Fuzzy(var text, var edits) -> fuzzy(single(Fields.words(field), text, "~"), edits);
        };
    }

    /** Whatever is near enough matches; the order looks at the nearest. */
    private static Query fuzzy(org.apache.lucene.index.Term word, int edits) {
        return new BooleanQuery.Builder()
                .add(
                        new FuzzyQuery(
                                word,
                                edits,
                                SAME_START,
                                MOST_VARIANTS,
                                true,
                                MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE),
                        Occur.FILTER)
                .add(new FuzzyQuery(word, edits, SAME_START, MOST_VARIANTS, true), Occur.SHOULD)
                .build();
    }

    /** A word can be several terms: {@code use-redis} is the phrase "use redis". */
    private static Query phrase(String field, String text) {
        var terms = Analysis.terms(field, text);
        return switch (terms.size()) {
            case 0 -> new MatchNoDocsQuery("nothing to look for in " + text);
            case 1 -> new TermQuery(new org.apache.lucene.index.Term(field, terms.getFirst()));
            default -> new PhraseQuery(field, terms.toArray(String[]::new));
        };
    }

    private static org.apache.lucene.index.Term single(String field, String text, String mark) {
        var terms = Analysis.terms(field, text);
        if (terms.size() != 1)
            throw new BadInput("query: " + mark + " belongs to one word, and " + text + " is "
                    + (terms.isEmpty() ? "none" : "several; put a space between them"));
        return new org.apache.lucene.index.Term(field, terms.getFirst());
    }

    /**
     * What plain words ask for by the letter: one or two words both, of more three quarters, because a question in whole
     * sentences has words that no answer has. Stop words are left out unless there are no others.
     */
    static Query plain(List<String> words) {
        var telling = telling(words);
        var query = new BooleanQuery.Builder();
        for (var word : telling) query.add(finds(Place.TEXT, new Term.Word(word)), Occur.SHOULD);
        return query.setMinimumNumberShouldMatch(needed(telling.size())).build();
    }

    /** The words' part in the order that the title has. */
    static List<Query> titles(List<String> words) {
        return telling(words).stream()
                .map(word -> (Query) new BoostQuery(phrase(Fields.TITLE, word), TITLE))
                .toList();
    }

    static List<String> telling(List<String> words) {
        var searchable = words.stream()
                .filter(word -> !Analysis.terms(Fields.TEXT, word).isEmpty())
                .toList();
        var telling = searchable.stream()
                .filter(word -> !EnglishAnalyzer.getDefaultStopSet().contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return telling.isEmpty() ? searchable : telling;
    }

    private static int needed(int words) {
        return words <= 2 ? words : words * 3 / 4;
    }

    static Query any(List<Query> queries) {
        var query = new BooleanQuery.Builder();
        for (var one : queries) query.add(one, Occur.SHOULD);
        return query.setMinimumNumberShouldMatch(1).build();
    }

    /** Whatever of a question can be seen in a text, so that all of it is marked there. */
    Query visible(List<String> words, List<Condition> conditions) {
        var queries = new ArrayList<Query>();
        for (var word : telling(words)) queries.add(finds(Place.TEXT, new Term.Word(word)));
        for (var condition : conditions) queries.add(query(condition));
        return any(queries);
    }
}
