package dev.touchstone.indexer.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReadersTest {
    private static final String MARKS = "#*_`|~<>[](){}=-+:.!^\\\"'&;/@$%, \n\n\t  ab0";

    @Property(tries = 400)
    void every_reader_is_total_and_its_blocks_lie_in_the_text(
            @ForAll("marked") String text, @ForAll TextFormat format) {
        var content = format.reader().read(text).content();
        assertThat(content.blocks()).allSatisfy(block -> {
            var words = block.span().of(content.text());
            assertThat(words).isNotBlank().isEqualTo(Cleaning.clean(words));
        });
        assertThat(content.links())
                .allSatisfy(link -> assertThat(link.span().end())
                        .isLessThanOrEqualTo(content.text().length()));
    }

    @Property(tries = 400)
    void cleaning_twice_is_cleaning_once(@ForAll("odd") String text) {
        var once = Cleaning.clean(text);
        assertThat(Cleaning.clean(once)).isEqualTo(once);
    }

    /** Processor time of this thread, which other processes do not lengthen; a square of the length would take minutes. */
    @Property(tries = 40)
    void time_grows_with_length_only(@ForAll("piece") String piece, @ForAll TextFormat format) {
        var text = piece.repeat(200_000 / piece.length());
        var clock = ManagementFactory.getThreadMXBean();
        var start = clock.getCurrentThreadCpuTime();
        // A tab becomes eight spaces at most.
        assertThat(format.reader().read(text).content().text().length()).isLessThanOrEqualTo(8 * text.length());
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Provide
    Arbitrary<String> marked() {
        return Arbitraries.strings().withChars(MARKS.toCharArray()).ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> piece() {
        return Arbitraries.strings()
                .withChars(MARKS.toCharArray())
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.strings()
                .withChars(
                        'a', 'e', '\u0301', '\u0344', '\u202E', '\0', '\r', '\n', '\uD800', '\uDC00', '\u1100',
                        '\u1161')
                .ofMaxLength(60);
    }
}
