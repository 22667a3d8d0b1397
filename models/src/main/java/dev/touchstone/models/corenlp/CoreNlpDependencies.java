package dev.touchstone.models.corenlp;

import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import java.util.Comparator;
import java.util.List;

/** Finds dependencies with CoreNLP's neural parser. */
public final class CoreNlpDependencies implements DependencyReader {
    /** In words; the parser's time is linear, but its answers on longer ones are of no use. */
    private static final int LONGEST = 100;

    private final DependencyParser parser =
            DependencyParser.loadFromModelFile("edu/stanford/nlp/models/parser/nndep/english_UD.gz");

    @Override
    public List<Dependency> dependencies(WordedSentence sentence) {
        if (sentence.words().size() > LONGEST) return List.of();
        var tagged = sentence.words().stream()
                .map(word -> new TaggedWord(word.text(), word.tag()))
                .toList();
        return parser.predict(tagged).typedDependencies().stream()
                .map(arc -> new Dependency(
                        arc.reln().toString(), arc.gov().index() - 1, arc.dep().index() - 1))
                .sorted(Comparator.comparingInt(Dependency::dependent))
                .toList();
    }
}
