package dev.touchstone.web.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.structure.Structure;
import dev.touchstone.indexer.extract.InProcessExtractor;
import dev.touchstone.web.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One record of each format, written for this test, and the model that it must become. */
class RecordFormatsTest {
    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final InProcessExtractor EXTRACTOR = new InProcessExtractor();
    private static final Structure STRUCTURE = new Structure(FormatFiles.shipped());

    static Stream<Source> records() {
        return Sources.in(List.of(RECORDS), Sources.Selection.ALL).sources().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_format_becomes_the_one_model(Source source) {
        var document = structured(source);

        Golden.assertSame("structure/" + document.recognition().format() + ".txt", Shown.of(document));
    }

    @Test
    void there_is_a_record_of_every_shipped_format() {
        var recognised = records()
                .map(RecordFormatsTest::structured)
                .map(document -> document.recognition().format());

        assertThat(recognised.collect(Collectors.toSet()))
                .isEqualTo(FormatFiles.shipped().all().stream().map(Format::id).collect(Collectors.toSet()));
    }

    private static Document structured(Source source) {
        return switch (EXTRACTOR.extract(source)) {
            case Extracted extracted -> STRUCTURE.structure(source, source.path(), extracted);
            case Unreadable unreadable -> throw new AssertionError(source.path() + ": " + unreadable.reason());
        };
    }
}
