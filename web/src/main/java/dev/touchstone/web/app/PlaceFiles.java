package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.measure.Paper;
import dev.touchstone.auditor.measure.Place;
import dev.touchstone.auditor.measure.Place.Bearing;
import dev.touchstone.auditor.measure.Place.Mention;
import dev.touchstone.auditor.measure.Place.TradeOff;
import dev.touchstone.auditor.measure.Place.Whole;
import dev.touchstone.auditor.measure.Verdict;
import dev.touchstone.auditor.measure.Verdict.Presence;
import dev.touchstone.auditor.measure.Verdict.Sides;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.PlaceForm;
import dev.touchstone.web.json.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads judged places from JSON Lines. */
final class PlaceFiles {
    private PlaceFiles() {}

    /**
     * A judged place and where its label stands.
     *
     * @param line file and line, for messages
     */
    record Labelled(String line, Place place) {}

    /**
     * The places of files, and of those that lie directly in folders.
     *
     * @throws BadInput with file and line when one is not as it must be
     */
    static List<Labelled> read(List<Path> paths) {
        var places = new ArrayList<Labelled>();
        for (var path : paths) for (var file : files(path)) places.addAll(places(file));
        if (places.isEmpty())
            throw new BadInput(paths.getFirst() + ": no judged places here; give JSON Lines files or a folder of them");
        return places;
    }

    private static List<Path> files(Path path) {
        if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder; check the path");
        if (!Files.isDirectory(path)) return List.of(path);
        try (var inside = Files.list(path)) {
            return inside.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInput(path + ": cannot be read; check that you may read it");
        }
    }

    private static List<Labelled> places(Path file) {
        try {
            var places = new ArrayList<Labelled>();
            var number = 0;
            for (var text : Files.readAllLines(file)) {
                var line = file + ":" + ++number;
                if (!text.isBlank())
                    places.add(new Labelled(
                            line, new PlaceLine(line, Json.readLine(PlaceForm.class, text, line)).place()));
            }
            return places;
        } catch (IOException unreadable) {
            throw new BadInput(file + ": cannot be read as UTF-8 text; give a JSON Lines file");
        }
    }

    private record PlaceLine(String line, PlaceForm form) {
        Place place() {
            return switch (needed("kind", form.kind())) {
                case "trade_off" ->
                    new TradeOff(
                            paper(),
                            value("gave_way", form.gaveWay()),
                            value("to", form.to()),
                            span("given_up", form.givenUp()),
                            span("served", form.served()),
                            label());
                case "reference" ->
                    new Mention(paper(), value("value", form.value()), span("span", form.span()), bearing());
                case "verdict" ->
                    new Whole(
                            paper(),
                            value("value", form.value()),
                            new Verdict(
                                    constant(Presence.class, "presence", form.presence()),
                                    constant(Sides.class, "sides", form.sides())));
                default -> throw wrong("'kind' is '%s'; write trade_off, reference or verdict".formatted(form.kind()));
            };
        }

        private Paper paper() {
            var collection = needed("collection", form.collection());
            var path = needed("path", form.path());
            var sha256 = needed("sha256", form.sha256());
            try {
                return new Paper(collection, path, sha256);
            } catch (IllegalArgumentException notAHash) {
                throw wrong("'sha256' is " + notAHash.getMessage());
            }
        }

        private Optional<Bearing> bearing() {
            if (!label()) return Optional.empty();
            return Optional.of(new Bearing(
                    constant(About.class, "about", form.about()), constant(Effect.class, "effect", form.effect())));
        }

        private boolean label() {
            return given("label", form.label());
        }

        private Value.Id value(String key, @Nullable String id) {
            return new Value.Id(needed(key, id));
        }

        private Span span(String key, @Nullable List<Integer> ends) {
            var given = given(key, ends);
            if (given.size() != 2 || given.getFirst() < 0 || given.getLast() < given.getFirst())
                throw wrong("'%s' is no range; write [start, end]".formatted(key));
            return new Span(given.getFirst(), given.getLast());
        }

        private <E extends Enum<E>> E constant(Class<E> type, String key, @Nullable String word) {
            var given = needed(key, word);
            try {
                return Words.constant(type, given);
            } catch (BadInput unknown) {
                throw wrong(String.valueOf(unknown.getMessage()));
            }
        }

        private String needed(String key, @Nullable String text) {
            var given = given(key, text);
            if (given.isBlank()) throw wrong("its '%s' is empty; write it".formatted(key));
            return given;
        }

        private <T> T given(String key, @Nullable T found) {
            if (found == null) throw wrong("it has no '%s'; write it".formatted(key));
            return found;
        }

        private BadInput wrong(String fault) {
            return new BadInput(line + ": " + fault);
        }
    }
}
