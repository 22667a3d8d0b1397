package dev.touchstone.models.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.models.corenlp.Dependency;
import dev.touchstone.models.corenlp.DependencyReader;
import dev.touchstone.models.corenlp.Forms;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.SplitSentence;
import dev.touchstone.models.corenlp.Tagged;
import dev.touchstone.models.corenlp.Token;
import dev.touchstone.models.corenlp.WordedSentence;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.SentenceEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecollectionTest {
    private final List<String> asked = new ArrayList<>();
    private final SentenceReader reader = new WholeReader(asked);
    private final DependencyReader parser = sentence -> {
        asked.add("parse " + sentence.words().getFirst().text());
        return List.of(new Dependency("root", Dependency.ROOT, 0));
    };

    @Test
    void what_was_read_once_is_not_read_again_wherever_it_stands() {
        var recollection = new Recollection();
        var over = recollection.over(reader);
        var first = over.sentences("Logging of Logging", new Span(0, 7));
        var again = over.sentences("Logging of Logging", new Span(11, 18));
        assertThat(asked).containsExactly("Logging", "tag Logging");
        assertThat(first.getFirst().span()).isEqualTo(new Span(0, 7));
        assertThat(again.getFirst().span()).isEqualTo(new Span(11, 18));
        assertThat(recollection.over(parser).dependencies(first.getFirst()))
                .isEqualTo(recollection.over(parser).dependencies(again.getFirst()));
        assertThat(asked).containsExactly("Logging", "tag Logging", "parse Logging");
    }

    @Test
    void an_encoder_is_asked_for_what_is_missing_only() {
        var recollection = new Recollection();
        var encoder = recollection.over(new LengthEncoder(asked));
        encoder.read(List.of("ab", "abc"));
        var read = encoder.read(List.of("abc", "abcd", "abcd"));
        assertThat(asked).containsExactly("ab", "abc", "abcd");
        assertThat(read).extracting(one -> one.traits()[0]).containsExactly(3f, 4f, 4f);
    }

    @Test
    void a_file_holds_all_of_it_to_the_bit() throws IOException {
        var recollection = new Recollection();
        var sentence = recollection.over(reader).sentences("Größer 🙂", new Span(0, 9));
        recollection.over(parser).dependencies(sentence.getFirst());
        recollection.over(new LengthEncoder(asked)).read(List.of("ab", ""));
        var bytes = RecollectionFile.write(recollection);
        var read = RecollectionFile.read(bytes);
        assertThat(read.sentences()).isEqualTo(recollection.sentences());
        assertThat(read.tags()).isEqualTo(recollection.tags());
        assertThat(read.dependencies()).isEqualTo(recollection.dependencies());
        assertThat(read.encoded().values())
                .allSatisfy(one -> assertThat(one.embedding().vector()).containsExactly(0.1f, -0f));
        assertThat(RecollectionFile.write(read)).isEqualTo(bytes);
    }

    @Test
    void bytes_of_something_else_are_refused() {
        var random = new Random(7);
        assertThatThrownBy(() -> RecollectionFile.read(new byte[0])).isInstanceOf(IOException.class);
        for (var length : List.of(1, 4, 5, 100, 10_000)) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            assertThatThrownBy(() -> RecollectionFile.read(bytes)).isInstanceOf(IOException.class);
        }
        var whole = RecollectionFile.write(new Recollection());
        assertThatThrownBy(() -> RecollectionFile.read(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IOException.class);
    }

    /** Takes a passage as one sentence of one word, which may be a form of itself or of its first letter. */
    private record WholeReader(List<String> asked) implements SentenceReader {
        @Override
        public List<SplitSentence> split(String text, Span range) {
            var word = range.of(text);
            asked.add(word);
            var forms = Forms.of(List.of(word.substring(0, 1), word.toLowerCase(Locale.ROOT)));
            return List.of(new SplitSentence(List.of(new Token(word, "-" + word, forms, range))));
        }

        @Override
        public WordedSentence tag(SplitSentence sentence) {
            var token = sentence.tokens().getFirst();
            asked.add("tag " + token.text());
            return new WordedSentence(List.of(
                    Tagged.of("NN", token.text().toLowerCase(Locale.ROOT)).word(token)));
        }
    }

    private record LengthEncoder(List<String> asked) implements SentenceEncoder {
        @Override
        public List<Encoded> read(List<String> texts) {
            asked.addAll(texts);
            return texts.stream()
                    .map(text -> new Encoded(new Embedding(new float[] {0.1f, -0f}), new float[] {text.length()}))
                    .toList();
        }

        @Override
        public List<Embedding> glance(List<String> texts) {
            throw new AssertionError("not asked here");
        }

        @Override
        public int traits() {
            return 1;
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public SentenceEncoder without(String organisation) {
            return this;
        }

        @Override
        public String identity() {
            return "length";
        }

        @Override
        public void close() {}
    }
}
