package dev.touchstone.models.classify;

import dev.touchstone.auditor.charter.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A value of a charter as sentences are compared with it: its texts read and encoded, its terms, its concerns.
 *
 * @param statements the value's name and statement
 * @param terms the charter's, and the name when it has several words: a single one is a stem of too many others
 * @param concerns places in the inventory of the concerns that it bundles, in order: products over them must not depend on the run
 */
record ValueProfile(
        Value value,
        List<Likened> statements,
        List<Likened> behaviours,
        List<Likened> counterBehaviours,
        List<Likened> alternatives,
        Terms terms,
        SortedSet<Integer> concerns) {
    ValueProfile {
        statements = List.copyOf(statements);
        behaviours = List.copyOf(behaviours);
        counterBehaviours = List.copyOf(counterBehaviours);
        alternatives = List.copyOf(alternatives);
        concerns = Collections.unmodifiableSortedSet(new TreeSet<>(concerns));
    }

    /** A text of the charter that sentences are likened to. */
    record Likened(ReadText read, OrdinarySentences.Likeness ordinary) {
        float similarity(float[] sentence) {
            return Vectors.dot(read.vector(), sentence);
        }
    }

    static Stream<String> texts(Value value) {
        return Stream.of(
                        Stream.of(value.name(), value.statement()),
                        value.alternative().stream(),
                        value.conduct().behaviours().stream(),
                        value.conduct().counterBehaviours().stream(),
                        value.terms().stream(),
                        value.details().examples().stream(),
                        value.details().levels().stream().flatMap(level -> level.behaviours().stream()))
                .flatMap(texts -> texts);
    }

    static ValueProfile of(Value value, Map<String, ReadText> read, Inventory inventory) {
        var reader = new Reading(read, inventory.ordinary());
        var heads = inventory.heads();
        var behaviours = Stream.concat(
                        value.conduct().behaviours().stream(),
                        Stream.concat(
                                value.details().examples().stream(),
                                value.details().levels().stream().flatMap(level -> level.behaviours().stream())))
                .toList();
        return new ValueProfile(
                value,
                reader.likened(List.of(value.name(), value.statement())),
                reader.likened(behaviours),
                reader.likened(value.conduct().counterBehaviours()),
                reader.likened(value.alternative().stream().toList()),
                reader.terms(value),
                Concerns.places(Concerns.bundle(value, read, heads).concerns(), heads));
    }

    private record Reading(Map<String, ReadText> read, OrdinarySentences ordinary) {
        ReadText text(String text) {
            return Objects.requireNonNull(read.get(text), text);
        }

        Terms terms(Value value) {
            return new Terms(Stream.concat(
                            Stream.of(value.name())
                                    .filter(name -> text(name).words().size() > 1),
                            value.terms().stream())
                    .distinct()
                    .map(term -> new Term(term, text(term).words()))
                    .toList());
        }

        List<Likened> likened(List<String> texts) {
            return texts.stream()
                    .map(this::text)
                    .map(text -> new Likened(text, ordinary.likenessTo(text.vector())))
                    .toList();
        }
    }
}
