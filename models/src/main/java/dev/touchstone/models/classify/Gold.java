package dev.touchstone.models.classify;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Labelled data: what to measure on and what to learn from.
 *
 * @param evaluated sentences that quality is measured on
 * @param learnt sentences to learn from; may contain the evaluated ones (measuring leaves out what it must)
 * @param concerns sentences with their concerns, to learn from
 * @param charters by organisation, as {@link Example#organisation} names it
 */
public record Gold(
        List<LabelledSentence> evaluated,
        List<LabelledSentence> learnt,
        List<ConcernSentence> concerns,
        Map<String, Charter> charters) {
    public Gold {
        evaluated = List.copyOf(evaluated);
        learnt = List.copyOf(learnt);
        concerns = List.copyOf(concerns);
        charters = Map.copyOf(new TreeMap<>(charters));
    }

    /** Organisations that are measured, in order. */
    public Set<String> organisations() {
        var names = new TreeSet<String>();
        for (var sentence : evaluated) names.add(sentence.example().organisation());
        return names;
    }

    /** The same with nothing to learn from that belongs to an organisation. */
    public Gold without(String organisation) {
        return new Gold(
                evaluated,
                learnt.stream()
                        .filter(sentence -> !sentence.example().belongsTo(organisation))
                        .toList(),
                concerns.stream()
                        .filter(sentence -> !sentence.example().belongsTo(organisation))
                        .toList(),
                charters);
    }

    /** Some labelled sentences of an organisation that nothing is measured on, drawn at random. */
    List<LabelledSentence> own(String organisation, int most, long seed) {
        var measured =
                evaluated.stream().map(sentence -> sentence.example().id()).collect(Collectors.toSet());
        var own = new ArrayList<>(learnt.stream()
                .filter(sentence -> sentence.example().organisation().equals(organisation))
                .filter(sentence -> !measured.contains(sentence.example().id()))
                .toList());
        Collections.shuffle(own, new Random(seed));
        return List.copyOf(own.subList(0, Math.min(most, own.size())));
    }

    /** The charter that sentences of an organisation were labelled against. */
    public Charter charter(String organisation) {
        var charter = charters.get(organisation);
        if (charter == null)
            throw new BadInput(
                    "no charter for \"" + organisation + "\": give --charters a folder with " + organisation + ".yaml");
        return charter;
    }
}
