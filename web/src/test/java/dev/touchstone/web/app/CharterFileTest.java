package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.document.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CharterFileTest {
    private static final String WHOLE = """
            organisation: Harbour Pilots
            version: 2
            source: the handbook, page 3
            values:
              - id: candour
                name: Candour
                statement: We say what is so, early.
                alternative: Keep worries inside until they are certain.
                behaviours: [Bad news is told on the day.]
                counter_behaviours:
                  - A fault is kept from those it hurts.
                terms: [candour, tell]
                priority: 1
                levels:
                  pilots: [Report every near miss.]
                  board: [Publish the yearly report whole.]
                examples: ["The 2023 report: all of it."]
                concerns: [transparency]
              - {id: safety, name: Safety, statement: Nobody is hurt., alternative: Speed., behaviours: [Wait.], terms: [safe]}
              - {id: thrift, name: Thrift, statement: Money is not ours., alternative: Comfort., behaviours: [Save.], terms: [cost]}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_charter_is_read_whole() {
        var read = parse(WHOLE);

        assertThat(read.warnings()).isEmpty();
        var charter = read.charter();
        assertThat(charter.organisation()).isEqualTo("Harbour Pilots");
        assertThat(charter.version()).isEqualTo(2);
        assertThat(charter.source()).isEqualTo("the handbook, page 3");
        assertThat(charter.sha256()).isEqualTo(Sha256.of(WHOLE.getBytes(StandardCharsets.UTF_8)));
        assertThat(charter.values().getFirst())
                .isEqualTo(new Value(
                        new Value.Id("candour"),
                        "Candour",
                        "We say what is so, early.",
                        Optional.of("Keep worries inside until they are certain."),
                        new Value.Conduct(
                                List.of("Bad news is told on the day."),
                                List.of("A fault is kept from those it hurts.")),
                        List.of("candour", "tell"),
                        new Value.Details(
                                1,
                                List.of(
                                        new Value.Level("pilots", List.of("Report every near miss.")),
                                        new Value.Level("board", List.of("Publish the yearly report whole."))),
                                List.of("The 2023 report: all of it."),
                                List.of("transparency"))));
    }

    @Test
    void words_that_yaml_would_turn_into_something_else_stay_words() {
        var charter = parse(WHOLE.replace("name: Candour", "name: no").replace("[candour, tell]", "[yes, 1.0, ~x]"))
                .charter();

        assertThat(charter.values().getFirst().name()).isEqualTo("no");
        assertThat(charter.values().getFirst().terms()).containsExactly("yes", "1.0", "~x");
    }

    /** What is changed in the whole charter, and the one line that must come of it. */
    static List<List<String>> faults() {
        return List.of(
                List.of("source:", "sauce:", "charter.yaml:3: unknown key 'sauce' in the charter; known here: "),
                List.of(
                        "statement: We",
                        "statment: We",
                        "charter.yaml:7: unknown key 'statment' in a value; known here: "),
                List.of(
                        "id: safety",
                        "id: candour",
                        "charter.yaml:19: the id 'candour' is already that of the value in line 5;"),
                List.of(
                        "We say what is so, early.",
                        "' '",
                        "charter.yaml:7: 'statement' of the value 'candour' is blank;"),
                List.of(
                        "We say what is so, early.",
                        "",
                        "charter.yaml:7: 'statement' of the value 'candour' is blank;"),
                List.of(
                        "    statement: We say what is so, early.\n",
                        "",
                        "charter.yaml:5: the value 'candour' has no 'statement'; write it"),
                List.of(
                        "organisation: Harbour Pilots\n",
                        "",
                        "charter.yaml:1: the charter has no 'organisation'; write it"),
                List.of(
                        "version: 2",
                        "version: two",
                        "charter.yaml:2: 'version' of the charter must be a whole number from 1 on, not 'two'"),
                List.of(
                        "version: 2",
                        "version: 0",
                        "charter.yaml:2: 'version' of the charter must be a whole number from 1 on, not '0'"),
                List.of(
                        "priority: 1",
                        "priority: high",
                        "charter.yaml:13: 'priority' of the value 'candour' must be a whole number"),
                List.of(
                        "terms: [candour, tell]",
                        "terms: candour",
                        "charter.yaml:12: 'terms' of the value 'candour' must be a list: "),
                List.of(
                        "terms: [candour, tell]",
                        "terms: [candour, '']",
                        "charter.yaml:12: item 2 of 'terms' of the value 'candour' is blank;"),
                List.of(
                        "- A fault is",
                        "- A fault: is",
                        "charter.yaml:11: item 1 of 'counter_behaviours' of the value 'candour' must be a text; when it contains a colon, put it in quotes"),
                List.of(
                        "name: Candour",
                        "name: [Candour]",
                        "charter.yaml:6: 'name' of the value 'candour' must be a text"),
                List.of(
                        "version: 2",
                        "organisation: Other",
                        "charter.yaml:2: the key 'organisation' stands twice in the charter; keep one"),
                List.of("name: Candour", "id: other", "charter.yaml:6: the key 'id' stands twice in a value; keep one"),
                List.of("id: candour", "id: two words", "charter.yaml:5: the id 'two words' must be one short word"),
                List.of("id: candour", "id: ../up", "charter.yaml:5: the id '../up' must be one short word"),
                List.of("version: 2", "version: 2: 3", "charter.yaml:2: this is not YAML: "),
                List.of("version: 2", "version: \u0007", "charter.yaml: this is not YAML: "),
                List.of("version: 2", "version: 2\n--- \nx: y", "charter.yaml:3: this is not YAML: "));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_one_line_with_file_line_and_remedy(List<String> fault) {
        var text = WHOLE.replace(fault.get(0), fault.get(1));

        assertThat(text).isNotEqualTo(WHOLE);
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(fault.get(2))
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | charter.yaml: the file is empty; write its keys in YAML
            # only a remark                     | charter.yaml: the file is empty; write its keys in YAML
            just words                          | charter.yaml:1: the charter must have keys, written 'key: …'
            '{organisation: X, values: []}'     | charter.yaml:1: the charter has no values; write at least one, better three to six
            '{organisation: X, values: }'       | charter.yaml:1: the charter has no values; write at least one, better three to six
            '{organisation: X, values: {a: b}}' | charter.yaml:1: 'values' of the charter must be a list: one '- …' a line, or [a, b]
            '{organisation: X, values: [a]}'    | charter.yaml:1: a value must have keys, written 'key: …'
            """)
    void what_is_no_charter_at_all_is_told_too(String text, String message) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(BadInput.class).hasMessage(message);
    }

    @Test
    void another_encoding_than_utf_8_is_told() {
        assertThatThrownBy(() -> CharterFile.parse("charter.yaml", "name: Zoë".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("charter.yaml: this is not a text in UTF-8; save it as UTF-8");
    }

    @Test
    void a_byte_order_mark_does_no_harm() {
        assertThat(parse("\uFEFF" + WHOLE).charter().organisation()).isEqualTo("Harbour Pilots");
    }

    @Test
    void a_missing_file_or_a_folder_is_told_with_its_path() throws IOException {
        var missing = folder.resolve("charter.yaml");
        assertThatThrownBy(() -> CharterFile.read(missing))
                .isInstanceOf(BadInput.class)
                .hasMessage(missing + ": no such file; give the charter's YAML file");
        assertThatThrownBy(() -> CharterFile.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder + ": this is a folder;");

        Files.writeString(missing, WHOLE);
        assertThat(CharterFile.read(missing).charter()).isEqualTo(parse(WHOLE).charter());
    }

    @Test
    void a_concern_that_the_inventory_does_not_have_is_a_warning() {
        assertThat(parse(WHOLE.replace("[transparency]", "[transparency, opennes]"))
                        .warnings())
                .singleElement()
                .asString()
                .endsWith(
                        "lists the concern 'opennes', which the inventory does not have; see: touchstone charter concerns");
    }

    @Test
    void what_is_weak_is_a_warning_with_its_line() {
        var text = WHOLE.replace("version: 2\n", "")
                        .replace("    alternative: Keep worries inside until they are certain.\n", "")
                        .replace(", behaviours: [Wait.], terms: [safe]", ", terms: [Tell]")
                        .replace(", terms: [cost]", "")
                + "  - {id: d, name: D, statement: D., alternative: E., behaviours: [D.], terms: [d]}\n"
                        .repeat(4)
                        .replaceFirst("id: d", "id: e")
                        .replaceFirst("id: d", "id: f")
                        .replaceFirst("id: d", "id: g");

        assertThat(parse(text).warnings())
                .contains(
                        "charter.yaml:1: the charter has no version; it is taken as 1",
                        "charter.yaml:4: 7 values; three to six are few enough to guide a choice and enough to differ",
                        "charter.yaml:4: the value 'candour' has no alternative; a value that nobody could choose against"
                                + " does not guide a choice",
                        "charter.yaml:17: the value 'safety' has no behaviours; say what people do who live it",
                        "charter.yaml:17: the value 'safety' shares the term 'Tell' with the value 'candour'; both will be"
                                + " seen in it",
                        "charter.yaml:18: the value 'thrift' has no terms; its name and statement alone must recognise it");
    }

    /** The charters of the labelled organisations must load; without them beside the project there is nothing to look at. */
    @Test
    void the_charters_of_the_labelled_organisations_load() throws IOException {
        var charters = Path.of("../../shared/gold/charters");
        if (!Files.isDirectory(charters)) {
            assertThat(parse(WHOLE).warnings())
                    .as("%s is not here: only the charter of this test was read", charters)
                    .isEmpty();
            return;
        }
        var counts = new TreeMap<String, Integer>();
        try (var files = Files.list(charters)) {
            for (var file : files.toList())
                counts.put(
                        file.getFileName().toString(),
                        CharterFile.read(file).charter().values().size());
        }
        assertThat(counts).containsAllEntriesOf(Map.of("kubernetes.yaml", 5, "valueeval23.yaml", 20));
        assertThat(CharterFile.read(charters.resolve("valueeval23.yaml")).warnings())
                .anyMatch(warning -> warning.contains("20 values; three to six"));
    }

    private static CharterFile parse(String text) {
        return CharterFile.parse("charter.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
