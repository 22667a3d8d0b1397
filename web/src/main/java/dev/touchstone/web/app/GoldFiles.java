package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.models.classify.ConcernSentence;
import dev.touchstone.models.classify.ConcernSentence.Bearing;
import dev.touchstone.models.classify.Example;
import dev.touchstone.models.classify.Gold;
import dev.touchstone.models.classify.LabelledSentence;
import dev.touchstone.models.classify.LabelledSentence.Label;
import dev.touchstone.web.json.GoldForm;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled sentences from JSON Lines. The files given, and those that lie directly in a folder given, are measured on;
 * those in the folders {@code train} and {@code concerns} beside them are learnt from and not measured on.
 */
public final class GoldFiles {
    private static final String TRAIN = "train";
    private static final String CONCERNS = "concerns";

    private final Path chartersPath;
    private final Map<String, Charter> charters = new HashMap<>();
    private final Map<String, Known> examples = new HashMap<>();

    private record Known(Example example, boolean random) {}

    private GoldFiles(Path charters) {
        this.chartersPath = charters;
    }

    /**
     * Reads a data set.
     *
     * @param charters folder with a charter {@code ORG.yaml} for each organisation, or one charter for all
     * @throws BadInput with file and line when a sentence is not as it must be
     */
    public static Gold read(List<Path> paths, Path charters) {
        if (!Files.exists(charters))
            throw new BadInput(charters + ": no such file or folder; give the folder with the charters");
        var reader = new GoldFiles(charters);
        var evaluated = reader.labelled(files(paths));
        if (evaluated.isEmpty())
            throw new BadInput(
                    paths.getFirst() + ": no labelled sentences here; give JSON Lines files or a folder of them");
        var learnt = new LinkedHashMap<String, LabelledSentence>();
        evaluated.forEach(sentence -> learnt.put(sentence.example().id(), sentence));
        reader.labelled(files(beside(paths, TRAIN)))
                .forEach(sentence -> learnt.put(sentence.example().id(), sentence));
        var concerns = reader.concerns(files(beside(paths, CONCERNS)));
        return new Gold(evaluated, List.copyOf(learnt.values()), concerns, reader.charters);
    }

    /**
     * The files of a data set by the name that they have beside the labelled sentences.
     * <pre>
     * gold       python.jsonl, train/python.jsonl, concerns/labelled.jsonl
     * </pre>
     */
    public static SortedMap<String, Path> named(List<Path> paths) {
        var named = new TreeMap<String, Path>();
        for (var file : files(paths)) name(file.getFileName().toString(), file, named);
        for (var folder : List.of(TRAIN, CONCERNS))
            for (var file : files(beside(paths, folder))) name(folder + "/" + file.getFileName(), file, named);
        return named;
    }

    private static void name(String name, Path file, Map<String, Path> named) {
        if (named.putIfAbsent(name, file) != null)
            throw new BadInput("%s: another file of that name is among those given; rename one".formatted(file));
    }

    private static List<Path> beside(List<Path> paths, String folder) {
        return paths.stream()
                .map(path -> Files.isDirectory(path) ? path.resolve(folder) : path.resolveSibling(folder))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private static List<Path> files(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.exists(path)) throw new BadInput(path + ": no such file or folder; check the path");
            if (Files.isDirectory(path)) files.addAll(inside(path));
            else files.add(path);
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (var inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new BadInput(folder + ": cannot be read; check that you may read it");
        }
    }

    private List<LabelledSentence> labelled(List<Path> files) {
        return files.stream()
                .flatMap(file -> GoldLine.all(file).stream())
                .map(this::labelled)
                .toList();
    }

    private LabelledSentence labelled(GoldLine line) {
        var example = line.example();
        examples.put(example.id(), new Known(example, isRandom(line)));
        var charter = charters.computeIfAbsent(example.organisation(), this::charter);
        var labels = line.form()
                .givenLabels()
                .orElseThrow(() -> line.wrong("it has no 'labels'; write [] when there are none"));
        return new LabelledSentence(
                example,
                isRandom(line),
                labels.stream().map(label -> label(label, charter, line)).toList(),
                line.form().givenDisputed().stream()
                        .map(value -> value(value, charter, line))
                        .collect(Collectors.toSet()));
    }

    private static boolean isRandom(GoldLine line) {
        return !"enriched".equals(line.form().stratum());
    }

    private Charter charter(String organisation) {
        var file = Files.isDirectory(chartersPath) ? chartersPath.resolve(organisation + ".yaml") : chartersPath;
        if (!Files.exists(file))
            throw new BadInput("%s: no charter for the organisation '%s'; put %s.yaml there"
                    .formatted(chartersPath, organisation, organisation));
        return CharterFile.read(file).charter();
    }

    private static Label label(GoldForm.Label form, Charter charter, GoldLine line) {
        return new Label(
                value(form.value(), charter, line),
                Boolean.TRUE.equals(form.explicit()),
                line.constant(Stance.class, form.stance()),
                line.constant(Role.class, form.role()));
    }

    private static Value.Id value(@Nullable String id, Charter charter, GoldLine line) {
        var known = charter.values().stream().map(Value::id).toList();
        return known.stream()
                .filter(value -> value.text().equals(id))
                .findFirst()
                .orElseThrow(() -> line.wrong("the charter of %s has no value '%s'; it has %s"
                        .formatted(
                                charter.organisation(),
                                id,
                                known.stream().map(Value.Id::text).collect(Collectors.joining(", ")))));
    }

    private List<ConcernSentence> concerns(List<Path> files) {
        return files.stream()
                .flatMap(file -> GoldLine.all(file).stream())
                .flatMap(line -> concern(line).stream())
                .toList();
    }

    /** A line without a sentence of its own speaks of a labelled one; of one that was not given it says nothing to us. */
    private Optional<ConcernSentence> concern(GoldLine line) {
        var form = line.form();
        var bearings = form.givenConcerns()
                .orElseThrow(() -> line.wrong("it has no 'concerns'; write [] when there are none"));
        var example = form.sentence() == null
                ? Optional.ofNullable(examples.get(form.id()))
                : Optional.of(new Known(line.example(), isRandom(line)));
        return example.map(known -> new ConcernSentence(
                known.example(),
                known.random(),
                bearings.stream().map(bearing -> bearing(bearing, line)).toList()));
    }

    private static Bearing bearing(GoldForm.Bearing form, GoldLine line) {
        return new Bearing(
                line.needed("concern", form.concern()),
                line.constant(Stance.class, form.stance()),
                line.constant(Role.class, form.role()));
    }

    /** A line and its place, for messages. */
    private record GoldLine(String place, GoldForm form) {
        static List<GoldLine> all(Path file) {
            try {
                var lines = new ArrayList<GoldLine>();
                var number = 0;
                for (var text : Files.readAllLines(file)) {
                    var place = file + ":" + ++number;
                    if (!text.isBlank()) lines.add(new GoldLine(place, Json.readLine(GoldForm.class, text, place)));
                }
                return lines;
            } catch (IOException unreadable) {
                throw new BadInput(file + ": cannot be read as UTF-8 text; give a JSON Lines file");
            }
        }

        Example example() {
            return new Example(
                    needed("id", form.id()),
                    needed("org", form.org()),
                    needed("doc", form.doc()),
                    new Example.Surroundings(
                            orEmpty(form.title()),
                            orEmpty(form.section()),
                            orEmpty(form.before()),
                            orEmpty(form.after())),
                    needed("sentence", form.sentence()));
        }

        String needed(String key, @Nullable String text) {
            if (text == null || text.isBlank()) throw wrong("it has no '%s'; write it".formatted(key));
            return text;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }

        <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String word) {
            if (word == null) return Optional.empty();
            try {
                return Optional.of(Words.constant(type, word));
            } catch (BadInput unknown) {
                throw wrong(String.valueOf(unknown.getMessage()));
            }
        }

        BadInput wrong(String fault) {
            return new BadInput(place + ": " + fault);
        }
    }
}
