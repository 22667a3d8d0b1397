package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction.Extracted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleOfficeTest {
    private static final Path ORGANISATION = Path.of("..", "samples", "thornquay");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Costs seconds to make, and keeps nothing between files. */
    private static final DocumentReader READER = new DocumentReader();

    @Test
    void the_office_files_of_the_sample_say_what_their_sources_say() throws IOException {
        var samples = SampleOffice.samples(ORGANISATION);
        assertThat(samples).isNotEmpty();
        for (var sample : samples) {
            var file = ORGANISATION.resolve(sample.target());
            var extraction = READER.read(file.getFileName().toString(), Files.readAllBytes(file));
            assertThat(extraction).as("%s", file).isInstanceOfSatisfying(Extracted.class, extracted -> {
                assertThat(words(extracted.content())).as("words of %s", file).isEqualTo(words(sample.content()));
                for (var kind : List.of(Kind.HEADING, Kind.TABLE_CELL))
                    assertThat(blocks(extracted.content(), kind))
                            .as("%s of %s", kind, file)
                            .isEqualTo(blocks(sample.content(), kind));
                assertThat(extracted.language()).isEqualTo("en");
                assertThat(extracted.limits()).isEmpty();
            });
        }
    }

    @Test
    void a_sample_is_made_the_same_way_every_time() throws IOException {
        for (var sample : SampleOffice.samples(ORGANISATION))
            assertThat(SampleOffice.make(sample)).as("%s", sample.target()).isEqualTo(SampleOffice.make(sample));
    }

    private static String words(Content content) {
        return content.blocks().stream()
                .flatMap(block -> WORD.matcher(block.span().of(content.text())).results())
                .map(result -> result.group())
                .collect(Collectors.joining(" "));
    }

    private static List<String> blocks(Content content, Kind kind) {
        return content.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(block -> block.span().of(content.text()))
                .toList();
    }
}
