package dev.touchstone.auditor.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.format.Formats;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.Units;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderDatesTest {
    private static final Structure STRUCTURE = new Structure(new Formats(List.of(new Format(
            Formats.FALLBACK,
            "Any",
            List.of(),
            new Reading(
                    Map.of(FieldRole.DATE, List.of("date")),
                    Map.of(),
                    List.of(),
                    List.of(),
                    Language.NONE,
                    Units.NONE,
                    List.of())))));

    @Test
    void a_date_that_only_a_month_first_reading_makes_possible_shows_how_its_folder_writes_dates() {
        var collection = List.of(record("us/a.md", "03/04/2024"), record("us/b.md", "11/14/2024"));

        assertThat(STRUCTURE.together(collection))
                .extracting(FolderDatesTest::date)
                .containsExactly("2024-03-04", "2024-11-14");
    }

    @Test
    void another_folder_keeps_its_own_custom() {
        var collection = List.of(record("uk/a.md", "03/04/2024"), record("us/b.md", "11/14/2024"));

        assertThat(STRUCTURE.together(collection))
                .extracting(FolderDatesTest::date)
                .containsExactly("2024-04-03", "2024-11-14");
    }

    private static Document record(String path, String date) {
        var fields = List.of(new Field("date", date, Origin.HEADER));
        var extracted = new Extracted("text/markdown", "en", Content.EMPTY, fields, List.of(), List.of());
        return STRUCTURE.structure(new Source(path, Path.of(path), List.of()), path, extracted);
    }

    private static String date(Document document) {
        return document.metadata().date().map(Object::toString).orElse("none");
    }
}
