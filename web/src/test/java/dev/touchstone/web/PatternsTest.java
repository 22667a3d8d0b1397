package dev.touchstone.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Goal B8: every regular expression of our own takes time in proportion to the text. What is counted is how often it looks at a
 * character, so the machine does not matter.
 */
class PatternsTest {
    /** Beyond every bound in a pattern, so that a bounded repetition counts as the constant that it is. */
    private static final int LENGTH = 2_000;

    private static final double GROWTH = 2.6;
    /** At each character. Who tries again from every piece of a text as long as these looks ten times as often. */
    private static final long FEW_LOOKS = 12;
    /** What a pattern may look at before it is given up: far beyond any linear one. */
    private static final long MOST_LOOKS = 40_000_000;

    private static final long NO_END = Long.MAX_VALUE;
    /** Less than any thread of ours has. */
    private static final long STACK_BYTES = 256 * 1024;

    private static final int LONG = 20_000;
    /** Fewer patterns than this and the search for them has gone wrong. */
    private static final int FLOOR = 150;

    private static final Set<String> OF_STRINGS = Set.of("replaceAll", "replaceFirst", "split", "matches");

    private static final List<String> PIECES = List.of(
            "a",
            "A",
            "1",
            " ",
            "-",
            "*",
            "#",
            "_",
            "`",
            "~",
            "=",
            ":",
            "|",
            "/",
            "\\",
            "\"",
            "'",
            ".",
            ",",
            ">",
            "<",
            "(",
            "[",
            "{",
            "!",
            "\n",
            "\t",
            "é",
            "a ",
            "A ",
            "Aa ",
            "1 ",
            "1.",
            "1. ",
            "1/",
            "1-",
            "a-",
            "a.",
            "a. ",
            "a, ",
            "a: ",
            "Ab: ",
            ": ",
            "# ",
            "## ",
            "- ",
            "* ",
            "> ",
            "- a\n",
            "a\n",
            "a\n\n",
            "\n ",
            " \n",
            "\n\n",
            "# a\n",
            "(a",
            "(a)",
            "((a) ",
            "[a](",
            "[a](b) ",
            "[a]: ",
            "[^a",
            "<a ",
            "<a>",
            "<!--",
            "{%",
            "``",
            "`a",
            "**a",
            "_a",
            "~~~",
            "```\n",
            "::",
            ".. ",
            "..\n",
            "|a",
            "| a |\n",
            "|===\n",
            "+-",
            "=+",
            "== ",
            "---\n",
            "a=",
            "\"a",
            "a\"b,",
            "a://",
            "../",
            "&a;",
            "2024-01-01 ",
            "1 jan ",
            "http://a.b/c ",
            "a@b.c ");

    private static final List<String> OPENINGS = List.of("", " ", "(", "[", "<", "\n");

    @Test
    void the_time_of_a_pattern_grows_no_faster_than_the_text() throws ReflectiveOperationException, IOException {
        var patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(FLOOR);
        var faults = new TreeMap<String, String>();
        for (var pattern : patterns.values())
            for (var piece : pieces(pattern)) {
                var four = looks(pattern, piece, 4 * LENGTH);
                if (four <= 4 * LENGTH * FEW_LOOKS) continue;
                var twice = looks(pattern, piece, 2 * LENGTH);
                var once = looks(pattern, piece, LENGTH);
                if (four == NO_END || twice > GROWTH * once || four > GROWTH * twice)
                    faults.putIfAbsent(
                            pattern.pattern(), "%s: %,d, %,d, %,d".formatted(quoted(piece), once, twice, four));
            }
        assertThat(faults).isEmpty();
    }

    @Test
    void no_pattern_needs_a_stack_that_grows_with_the_text() throws Exception {
        var faults = new TreeMap<String, String>();
        var patterns = patterns();
        var work = new Thread(
                null,
                () -> {
                    for (var pattern : patterns.values())
                        for (var piece : PIECES)
                            if (looks(pattern, piece, LONG) == NO_END)
                                faults.putIfAbsent(pattern.pattern(), quoted(piece));
                },
                "small",
                STACK_BYTES);
        work.start();
        work.join();
        assertThat(faults).isEmpty();
    }

    @Test
    void a_pattern_that_tries_again_from_everywhere_is_found() {
        var slow = Pattern.compile("a+b");
        assertThat(looks(slow, "a", 2 * LENGTH)).isGreaterThan((long) (GROWTH * looks(slow, "a", LENGTH)));
    }

    private static String quoted(String piece) {
        return "'" + piece.replace("\n", "\\n").replace("\t", "\\t") + "'";
    }

    /** What is repeated to make the texts: what is common to all, the pattern's own words, and mixtures. */
    private static List<String> pieces(Pattern pattern) {
        var own = Pattern.compile("[\\p{L}\\p{N}: ]{2,20}+")
                .matcher(pattern.pattern().replaceAll("\\\\[a-zA-Z]", "|"))
                .results()
                .map(found -> found.group())
                .distinct()
                .limit(5)
                .toList();
        var random = new Random(20_261_130);
        var mixed = IntStream.range(0, 12)
                .mapToObj(_ -> IntStream.range(0, 3)
                        .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                        .reduce("", String::concat));
        return Stream.of(
                        PIECES.stream(),
                        own.stream().flatMap(word -> OPENINGS.stream().map(opening -> opening + word)),
                        mixed)
                .flatMap(pieces -> pieces)
                .toList();
    }

    private static String repeated(String piece, int length) {
        return piece.repeat(length / piece.length() + 1).substring(0, length);
    }

    private static long looks(Pattern pattern, String piece, int length) {
        var text = new Counted(repeated(piece, length));
        try {
            var matcher = pattern.matcher(text);
            while (matcher.find()) matcher.end();
        } catch (TooMany | StackOverflowError _) {
            return NO_END;
        }
        return text.looks;
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** A text that counts how often somebody looks at one of its characters. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) throw new TooMany();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The patterns of the product by their text: those in static fields, and those that are written where they are used. */
    private static Map<String, Pattern> patterns() throws ReflectiveOperationException, IOException {
        var patterns = new TreeMap<String, Pattern>();
        for (var type : product()) {
            var written = new LinkedHashSet<String>();
            try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
                for (var method : ClassFile.of().parse(bytes.readAllBytes()).methods()) written.addAll(written(method));
            }
            for (var text : written) patterns.putIfAbsent(text, Pattern.compile(text));
            for (var pattern : kept(Class.forName(type.getName(), false, PatternsTest.class.getClassLoader())))
                patterns.put(pattern.pattern(), pattern);
        }
        return patterns;
    }

    private static List<JavaClass> product() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(place -> !place.contains("-tests.jar"))
                        .importPackages("dev.touchstone")
                        .stream()
                        .filter(type -> type.getSource().isPresent())
                        .toList();
    }

    private static List<Pattern> kept(Class<?> type) throws ReflectiveOperationException {
        var patterns = new ArrayList<Pattern>();
        for (var field : type.getDeclaredFields()) {
            var holds = Pattern.class.isAssignableFrom(field.getType())
                    || Collection.class.isAssignableFrom(field.getType())
                    || Map.class.isAssignableFrom(field.getType());
            if (!Modifier.isStatic(field.getModifiers()) || !holds) continue;
            field.setAccessible(true);
            patterns.addAll(in(field.get(null)));
        }
        if (type.isEnum())
            for (var field : type.getDeclaredFields())
                if (Pattern.class.isAssignableFrom(field.getType()) && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    for (var constant : type.getEnumConstants()) patterns.addAll(in(field.get(constant)));
                }
        return patterns;
    }

    private static List<Pattern> in(Object kept) {
        return switch (kept) {
            case Pattern pattern -> List.of(pattern);
            case Map<?, ?> map ->
                map.values().stream().flatMap(one -> in(one).stream()).toList();
            case Collection<?> several ->
                several.stream().flatMap(one -> in(one).stream()).toList();
            default -> List.of();
        };
    }

    /** The constant first argument of every call that takes a regular expression. */
    private static List<String> written(MethodModel method) {
        var found = new ArrayList<String>();
        var code = method.code();
        if (code.isEmpty()) return found;
        var constants = new ArrayList<String>();
        for (var element : code.get())
            switch (element) {
                case ConstantInstruction constant
                when constant.constantValue() instanceof String text -> constants.add(text);
                case InvokeDynamicInstruction _ -> constants.clear();
                case InvokeInstruction call -> {
                    if (takesPattern(call))
                        Optional.of(constants)
                                .filter(all -> !all.isEmpty())
                                .ifPresent(all -> found.add(all.getFirst()));
                    constants.clear();
                }
                default -> {}
            }
        return found;
    }

    private static boolean takesPattern(InvokeInstruction call) {
        var owner = call.owner().asInternalName();
        var name = call.name().stringValue();
        return owner.equals("java/util/regex/Pattern")
                ? name.equals("compile") || name.equals("matches")
                : owner.equals("java/lang/String") && OF_STRINGS.contains(name);
    }
}
