package dev.touchstone.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.web.Golden;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesCsvTest {
    @Test
    void every_reference_is_a_row() {
        Golden.assertSame("references.csv", csv());
    }

    @Test
    void every_column_is_explained_in_the_documentation() throws IOException {
        var documented = Files.readAllLines(Path.of("../docs/files.md")).stream()
                .filter(line -> line.matches("\\| `[a-z_]+` \\|.*"))
                .map(line -> line.replaceFirst("^\\| `([a-z_]+)`.*", "$1"))
                .toList();

        assertThat(documented).isEqualTo(ReferencesCsv.COLUMNS);
    }

    @Test
    void a_spreadsheet_reads_back_what_was_quoted() throws IOException {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv()))) {
            var rows = parser.getRecords();

            assertThat(rows).hasSize(3);
            assertThat(rows.getFirst().get("title")).isEqualTo("Share the radar, \"all\" of it");
            assertThat(rows.get(1).get("quote")).isEqualTo("'=although it costs more");
            assertThat(rows.get(1).get("page")).isEqualTo("4");
            assertThat(rows.getLast().get("decision")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\n=x",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "  =1",
                "\u00a0=1",
                "\u3000＝1",
                "\uFEFF=1",
                "\u200B=1",
                "\u0000=1"
            })
    void what_a_spreadsheet_would_run_gets_an_apostrophe(String text) {
        assertThat(ReferencesCsv.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "a=b", "3 - 2", "“=1”", "'=1", "über", "漢字"})
    void other_texts_stay_as_they_are(String text) {
        assertThat(ReferencesCsv.safe(text)).isEqualTo(text);
    }

    private static String csv() {
        var out = new StringBuilder();
        ReferencesCsv.write(TestingAudits.harbour(), out);
        return out.toString();
    }
}
