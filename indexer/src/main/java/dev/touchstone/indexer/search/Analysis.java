package dev.touchstone.indexer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/**
 * How text becomes terms. All tokenizers cut at 255 characters, so that no term comes near Lucene's bound of 32,766 bytes.
 * <pre>
 * text   "The customers' Café-logs"     the, customer, cafe, log
 * words  "The customers' Café-logs"     the, customers, cafe, logs
 * path   "docs/adr/0003-use.md"         docs, adr, 0003, use, md
 * </pre>
 * Stop words stay in, so that "no longer" is a phrase; a query of plain words leaves them out ({@link Translator}).
 */
final class Analysis {
    static final Analyzer ANALYZER = new ByField();

    private Analysis() {}

    /** The terms that a field would hold for a text, in order. */
    static List<String> terms(String field, String text) {
        var terms = new ArrayList<String>();
        try (var stream = ANALYZER.tokenStream(field, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) terms.add(term.toString());
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot be read", impossible);
        }
        return terms;
    }

    private static TokenStream folded(TokenStream tokens) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(tokens));
    }

    private static final class ByField extends DelegatingAnalyzerWrapper {
        private final Analyzer stems = new Stems();
        private final Analyzer words = new Words();
        private final Analyzer parts = new Parts();

        ByField() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            if (field.equals(Fields.PATH)) return parts;
            return Fields.isOfWords(field) ? words : stems;
        }
    }

    private static final class Stems extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(
                    tokenizer, new PorterStemFilter(folded(new EnglishPossessiveFilter(tokenizer))));
        }
    }

    private static final class Words extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, folded(new EnglishPossessiveFilter(tokenizer)));
        }
    }

    private static final class Parts extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokenizer = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
            return new TokenStreamComponents(tokenizer, folded(tokenizer));
        }
    }
}
