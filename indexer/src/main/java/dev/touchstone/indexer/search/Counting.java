package dev.touchstone.indexer.search;

import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.SearchPage.Count;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Counts the words of every facet over all passages that match. */
final class Counting {
    private static final Comparator<Count> MOST_FREQUENT =
            Comparator.comparingInt(Count::count).reversed().thenComparing(Count::word);

    private static final String NONE = "";

    private final Matching matching;
    private final ReferenceFilter filter;

    Counting(Matching matching, ReferenceFilter filter) {
        this.matching = matching;
        this.filter = filter;
    }

    Map<Facet, List<Count>> facets() throws IOException {
        var facets = new EnumMap<Facet, List<Count>>(Facet.class);
        for (var facet : Facet.values())
            facets.put(facet, sorted(facet.ofReference() ? ofReferences(facet) : ofPassages(Fields.counted(facet))));
        return facets;
    }

    /** How many documents the passages are of. All passages of one are in one segment: they are added together. */
    int documents() throws IOException {
        var documents = 0;
        for (var leaf : matching.leaves()) {
            var keys = DocValues.getSorted(leaf.context().reader(), Fields.KEY);
            var seen = new FixedBitSet(Math.max(1, keys.getValueCount()));
            var each = each(leaf);
            for (var passage = each.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = each.nextDoc())
                if (keys.advanceExact(passage)) seen.set(keys.ordValue());
            documents += seen.cardinality();
        }
        return documents;
    }

    private Map<String, Integer> ofPassages(String field) throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var leaf : matching.leaves()) {
            var words = DocValues.getSorted(leaf.context().reader(), field);
            var byNumber = new int[words.getValueCount()];
            var each = each(leaf);
            for (var passage = each.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = each.nextDoc())
                if (words.advanceExact(passage)) byNumber[words.ordValue()]++;
            for (var number = 0; number < byNumber.length; number++)
                if (byNumber[number] > 0)
                    counts.merge(words.lookupOrd(number).utf8ToString(), byNumber[number], Integer::sum);
        }
        return counts;
    }

    /** A passage counts once for a word, however many of its references have it. */
    private Map<String, Integer> ofReferences(Facet facet) throws IOException {
        var counts = new HashMap<String, Integer>();
        for (var leaf : matching.leaves()) {
            var references = DocValues.getSortedSet(leaf.context().reader(), Fields.REFERENCE);
            var words = words(references, facet);
            var numbers = new ArrayList<>(new TreeSet<>(words));
            var byReference = words.stream().mapToInt(numbers::indexOf).toArray();
            var byNumber = new int[numbers.size()];
            var last = new int[numbers.size()];
            Arrays.fill(last, -1);
            var each = each(leaf);
            for (var passage = each.nextDoc(); passage != DocIdSetIterator.NO_MORE_DOCS; passage = each.nextDoc()) {
                if (!references.advanceExact(passage)) continue;
                for (var i = 0; i < references.docValueCount(); i++) {
                    var number = byReference[(int) references.nextOrd()];
                    if (last[number] != passage) byNumber[number]++;
                    last[number] = passage;
                }
            }
            for (var number = 0; number < byNumber.length; number++)
                if (byNumber[number] > 0) counts.merge(numbers.get(number), byNumber[number], Integer::sum);
        }
        counts.remove(NONE);
        return counts;
    }

    /** For each combination of properties its word of the facet, or none when the filter does not accept it. */
    private List<String> words(SortedSetDocValues references, Facet facet) throws IOException {
        var words = new ArrayList<String>();
        for (var number = 0L; number < references.getValueCount(); number++) {
            var reference = ReferenceTerm.parse(references.lookupOrd(number).utf8ToString());
            words.add(filter.accepts(reference) ? reference.word(facet) : NONE);
        }
        return words;
    }

    private static BitSetIterator each(Matching.Leaf leaf) {
        return new BitSetIterator(leaf.passages(), leaf.passages().cardinality());
    }

    private static List<Count> sorted(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .sorted(MOST_FREQUENT)
                .toList();
    }
}
