package dev.touchstone.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.web.Golden;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    /** What the testing audit refers to stands in it at its place; the first character has two UTF-16 units. */
    private static final String TEXT = """
            🧭 Share the radar.
            Every ship sees the same chart =although it costs more
            Ask the pilot.
            Thrift – über
            """;

    private static String written() {
        var out = new StringWriter();
        Annotations.write(TestingAudits.harbour().all().map(entry -> new Annotations.Read(entry, () -> TEXT)), out);
        return out.toString();
    }

    @Test
    void references_are_web_annotations() {
        Golden.assertSame("annotations.jsonld", written());
    }

    @Test
    void a_position_counts_characters_and_its_words_are_those_that_are_quoted() throws IOException {
        for (var annotation : new ObjectMapper().readTree(written()).path("@graph")) {
            var position = annotation.path("target").path("selector").path(0);
            var quotation = annotation.path("target").path("selector").path(1);
            var start = TEXT.offsetByCodePoints(0, position.path("start").asInt());
            var end = TEXT.offsetByCodePoints(0, position.path("end").asInt());
            assertThat(TEXT.substring(start, end))
                    .isEqualTo(quotation.path("exact").asText());
            assertThat(TEXT)
                    .contains(quotation.path("prefix").asText()
                            + quotation.path("exact").asText()
                            + quotation.path("suffix").asText());
        }
    }

    @Test
    void every_key_of_our_own_is_mapped_in_the_file_and_every_annotation_has_a_name_of_its_own() throws IOException {
        var tree = new ObjectMapper().readTree(written());
        var known = new TreeSet<String>();
        tree.path("@context").path(1).fieldNames().forEachRemaining(known::add);
        var names = new TreeSet<String>();
        for (var annotation : tree.path("@graph")) {
            names.add(annotation.path("id").asText());
            for (JsonNode part : List.of(
                    annotation.path("body"),
                    annotation.path("target"),
                    annotation.path("target").path("source")))
                part.fieldNames().forEachRemaining(key -> {
                    if (!List.of("id", "type", "purpose", "value", "language", "source", "selector")
                            .contains(key)) assertThat(known).contains(key);
                });
        }
        assertThat(names).hasSize(3);
    }

    @Test
    void nothing_found_is_an_empty_graph() throws IOException {
        var out = new StringWriter();
        Annotations.write(Stream.of(), out);
        assertThat(new ObjectMapper().readTree(out.toString()).path("@graph")).isEmpty();
    }
}
