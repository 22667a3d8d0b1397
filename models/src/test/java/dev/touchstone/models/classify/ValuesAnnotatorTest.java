package dev.touchstone.models.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Annotated;
import dev.touchstone.auditor.reference.Doubted;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Observation;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.models.classify.TestingDocuments.Part;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.corenlp.SentenceReader;
import dev.touchstone.models.corenlp.SplitSentence;
import dev.touchstone.models.corenlp.WordedSentence;
import dev.touchstone.models.djl.Encoded;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.djl.SentenceEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class ValuesAnnotatorTest {
    private static final Value SECURITY = value(
            "security",
            "Security first",
            "Data, credentials and systems are protected from misuse, also when that costs effort.",
            "Ship the feature and harden it when attacks come.",
            List.of("Secrets, personal data or systems are protected against leaks and attacks."),
            List.of("Credentials or personal data are exposed."),
            List.of("security", "secure", "credentials", "leak"),
            List.of("security", "privacy"));
    private static final Value OPENNESS = value(
            "openness",
            "Openness",
            "Anyone can read what we decide and why; our code and records are public.",
            "Decide in a small circle and announce the result.",
            List.of("Records, code or reasons are published so that anyone can read them."),
            List.of("A decision or its reasons are hidden from those whom they concern."),
            List.of("open", "public", "transparent", "publish"),
            List.of("transparency", "open-source"));
    private static final Value THRIFT = value(
            "thrift",
            "Thrift",
            "We spend as little money as does the job, over the whole life of a choice.",
            "Buy the best and win on features.",
            List.of("The cost of each choice is counted and kept low."),
            List.of("A dear option is taken for comfort."),
            List.of("cost", "budget", "cheap"),
            List.of("resource-cost"));
    private static final Charter CHARTER = new Charter("Sample", 1, "", List.of(SECURITY, OPENNESS), "");

    private final LanguageModels language = LanguageModels.open(EncoderModel.MINILM, Path.of("target", "encoders"), 2);
    private final ValuesAnnotator annotator = new ValuesAnnotator(language, Weights.shipped(EncoderModel.MINILM));

    @AfterAll
    void close() {
        annotator.close();
    }

    @Test
    void a_leak_of_today_motivates_security() {
        var found = only(
                SECURITY, Part.paragraph(Section.Kind.CONTEXT, "The nightly log leaks the credentials of every user."));
        assertThat(Effect.of(found.judgement())).isEqualTo(Effect.MOTIVATES);
        assertThat(found.judgement().explicit()).isTrue();
    }

    @Test
    void praise_of_a_rejected_options_openness_gives_it_up() {
        var standing = new Standing("Public tracker", Standing.About.REJECTED, Standing.Argument.PRO);
        var found = only(
                OPENNESS,
                new Part(
                        Section.Kind.OPTIONS,
                        "Public tracker",
                        Block.Kind.LIST_ITEM,
                        standing,
                        "Good, because every record is public and anyone can read the reasons."));
        assertThat(Effect.of(found.judgement())).isEqualTo(Effect.GIVEN_UP);
        assertThat(found.signals()).contains(new Signal(Signal.Kind.OPTION, "for a rejected option Public tracker"));
    }

    @Test
    void a_con_of_the_chosen_option_gives_the_value_up() {
        var standing = new Standing("Private tracker", Standing.About.CHOSEN, Standing.Argument.CON);
        var found = only(
                OPENNESS,
                new Part(
                        Section.Kind.OPTIONS,
                        "Private tracker",
                        Block.Kind.LIST_ITEM,
                        standing,
                        "Bad, because the reasons for a decision are no longer public and transparent."));
        assertThat(Effect.of(found.judgement())).isEqualTo(Effect.GIVEN_UP);
    }

    @Test
    void what_a_choice_costs_gives_thrift_up() {
        var thrifty = new Charter("Sample", 1, "", List.of(SECURITY, THRIFT), "");
        var document = TestingDocuments.document(
                "a.md", Part.paragraph(Section.Kind.DECISION, "It costs £3,800 a year more than the budget."));
        assertThat(annotator.annotate(thrifty, List.of(document)).getFirst().observations())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.value()).isEqualTo(THRIFT.id());
                    assertThat(Effect.of(found.judgement())).isEqualTo(Effect.GIVEN_UP);
                });
    }

    @Test
    void a_term_in_another_sense_is_no_reference() {
        assertThat(observations(document(
                        "a.md",
                        "Open the file in an editor.",
                        "The public method returns an open file handle.",
                        "Click the button to open the menu.")))
                .isEmpty();
    }

    @Test
    void a_reference_explains_itself() {
        var found = only(
                SECURITY,
                Part.paragraph(
                        Section.Kind.DECISION, "We encrypt the credentials so that a leak does not expose the users."));
        assertThat(found.signals().stream().map(Signal::kind))
                .contains(Signal.Kind.TERM, Signal.Kind.BEHAVIOUR, Signal.Kind.MODEL, Signal.Kind.REASON);
        assertThat(found.signals()).anySatisfy(signal -> {
            assertThat(signal.kind()).isEqualTo(Signal.Kind.BEHAVIOUR);
            assertThat(signal.detail()).contains("Secrets, personal data or systems are protected");
        });
    }

    @Test
    void a_value_bundles_what_its_charter_lists() {
        assertThat(annotator.bundles(CHARTER).getFirst())
                .isEqualTo(new Bundle(SECURITY.id(), List.of("security", "privacy"), Bundle.Origin.LISTED));
    }

    @Test
    void a_value_that_lists_no_concern_is_suggested_what_its_texts_speak_of() {
        var silent = value(
                "security",
                SECURITY.name(),
                SECURITY.statement(),
                "Ship the feature and harden it when attacks come.",
                SECURITY.conduct().behaviours(),
                SECURITY.conduct().counterBehaviours(),
                SECURITY.terms(),
                List.of());
        var bundle = annotator
                .bundles(new Charter("Sample", 1, "", List.of(silent), ""))
                .getFirst();
        assertThat(bundle.origin()).isEqualTo(Bundle.Origin.SUGGESTED);
        assertThat(bundle.concerns()).contains("security").hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void every_concern_that_is_recognised_is_described_in_the_inventory_and_the_other_way_round() {
        var heads = Weights.shipped(EncoderModel.MINILM).heads();
        assertThat(heads.labels().subList(0, heads.concerns()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Concern.values()).map(Concern::id).toList());
    }

    @Test
    void a_sentence_that_argues_is_known_whatever_the_charter_holds() {
        var argued = annotate(
                        document("a.md", "We do this because it improves performance.", "The table has three columns."))
                .getFirst()
                .argued();
        assertThat(argued).singleElement().satisfies(one -> {
            assertThat(one.sentence()).isZero();
            assertThat(one.concern()).isEqualTo("performance");
        });
    }

    @Test
    void a_reference_tells_what_makes_it_specific() {
        var found = only(
                SECURITY,
                Part.paragraph(
                        Section.Kind.DECISION,
                        "We encrypt the credentials of all 300 users so that a leak is harmless."));
        assertThat(found.signals())
                .contains(
                        new Signal(Signal.Kind.ACTION, "encrypt the credentials"),
                        new Signal(Signal.Kind.NUMBER, "300 users"),
                        new Signal(Signal.Kind.STAKEHOLDER, "users"));
    }

    @Test
    void what_is_neither_sure_nor_out_of_the_question_is_doubted_and_not_observed() {
        var neverSure = Weights.shipped(EncoderModel.MINILM).adapted("sample", Adaptation.NONE, new Cut(0, 1000));
        var doubting = new ValuesAnnotator(language, neverSure);
        var document = document("a.md", "The log leaks credentials.", "The open table has three columns.");
        var annotated = doubting.annotate(CHARTER, List.of(document)).getFirst();
        assertThat(annotated.observations()).isEmpty();
        assertThat(annotated.doubted())
                .extracting(Doubted::sentence, Doubted::value)
                .containsExactly(
                        tuple(0, SECURITY.id()),
                        tuple(0, OPENNESS.id()),
                        tuple(1, SECURITY.id()),
                        tuple(1, OPENNESS.id()));
    }

    @Test
    void headings_and_code_are_no_references_and_are_not_counted() {
        var document = TestingDocuments.document(
                "a.md",
                new Part(Section.Kind.OTHER, "", Block.Kind.HEADING, Standing.UNKNOWN, "Security of credentials"),
                new Part(Section.Kind.OTHER, "", Block.Kind.CODE, Standing.UNKNOWN, "leak(credentials)"),
                new Part(Section.Kind.OTHER, "", Block.Kind.TABLE_CELL, Standing.UNKNOWN, "High security"));
        var annotated = annotate(document).getFirst();
        assertThat(annotated.sentences()).hasSize(3).noneMatch(sentence -> sentence.counted());
        assertThat(annotated.observations()).noneMatch(observation -> observation.sentence() < 2);
    }

    @Test
    void a_documents_result_does_not_depend_on_the_others() {
        var first = document("a.md", "The log leaks credentials.", "Records are public so that anyone can read them.");
        var second = document("b.md", "Short.", "We protect personal data against attacks, which costs effort.");
        var forward = annotate(first, second);
        var backward = annotate(second, first);
        assertThat(observations(forward.get(0))).isEqualTo(observations(backward.get(1)));
        assertThat(observations(forward.get(1))).isEqualTo(observations(backward.get(0)));
        assertThat(observations(annotate(first).getFirst())).isEqualTo(observations(forward.get(0)));
    }

    /** Models that read what a charter says and nothing else. */
    private LanguageModels silent(Charter charter) {
        var known = Recogniser.texts(charter);
        return new LanguageModels(
                new SilentReader(language.sentences(), known),
                sentence -> {
                    throw new AssertionError("parsed " + sentence);
                },
                new SilentEncoder(language.encoder(), known));
    }

    @Test
    void a_document_without_text_is_silent() {
        assertThat(annotate(TestingDocuments.document("empty.md")).getFirst().observations())
                .isEmpty();
    }

    @Test
    void a_document_that_is_too_long_is_scored_on_its_beginning_and_says_so() {
        var document = document("a.md", "One two three.", "Four five six.");
        var read = ReadDocument.of(document, new CoreNlpSentences(), 5);
        assertThat(read.sentences()).hasSize(1);
        assertThat(read.limits())
                .containsExactly(
                        "scored on its first 1 sentences (4 words); what comes after 5 words is not looked at");
    }

    @Test
    void a_document_whose_first_sentence_is_too_long_is_not_scored_and_says_so() {
        var read = ReadDocument.of(document("a.md", "One two three four five."), new CoreNlpSentences(), 5);
        assertThat(read.sentences()).isEmpty();
        assertThat(read.limits()).containsExactly("not scored: its first sentence has more than 5 words");
    }

    @Test
    void a_changed_charter_is_answered_from_what_was_read_before() {
        var documents = List.of(
                document(
                        "a.md",
                        "The nightly log leaks the credentials of every user.",
                        "A cheap host costs us less, and we publish the reasons."),
                document("b.md", "We keep the minutes public, because anyone may ask why."));
        var changed = new Charter("Sample", 2, "", List.of(OPENNESS, THRIFT), "");
        var first = annotator.annotate(CHARTER, documents, new byte[0]);
        var second = annotator.annotate(changed, documents, first.recollection());
        assertThat(second.annotated()).usingRecursiveComparison().isEqualTo(annotator.annotate(changed, documents));
        var damaged = Arrays.copyOf(first.recollection(), first.recollection().length / 2);
        assertThat(annotator.annotate(changed, documents, damaged).annotated())
                .usingRecursiveComparison()
                .isEqualTo(second.annotated());

        try (var recalling = new ValuesAnnotator(silent(changed), Weights.shipped(EncoderModel.MINILM))) {
            var third = recalling.annotate(changed, documents, second.recollection());
            assertThat(third.recollection()).isSameAs(second.recollection());
            assertThat(third.annotated()).usingRecursiveComparison().isEqualTo(second.annotated());
        }
    }

    @Test
    void a_sentence_that_bears_on_nothing_is_not_read() {
        var annotated = annotate(TestingDocuments.document(
                        "notes.md",
                        Part.paragraph(
                                Section.Kind.CONTEXT,
                                "See the second figure. The nightly log leaks the credentials of every user.")))
                .getFirst();
        assertThat(annotated.embeddings().get(0).vector()).containsOnly(0);
        assertThat(annotated.embeddings().get(1).vector()).doesNotContain(0);
    }

    @Test
    void the_identity_names_the_weights_the_encoder_and_the_threshold() {
        assertThat(annotator.identity()).contains("values-").contains("minilm").contains("threshold-0.");
    }

    private Observation only(Value value, Part part) {
        var found = observations(TestingDocuments.document("a.md", part)).stream()
                .filter(observation -> observation.value().equals(value.id()))
                .toList();
        assertThat(found).as(part.text()).hasSize(1);
        return found.getFirst();
    }

    private List<Observation> observations(Document document) {
        return observations(annotate(document).getFirst());
    }

    private static List<Observation> observations(Annotated annotated) {
        return annotated.observations();
    }

    private List<Annotated> annotate(Document... documents) {
        return annotator.annotate(CHARTER, List.of(documents));
    }

    private static Document document(String path, String... paragraphs) {
        return TestingDocuments.document(
                path,
                List.of(paragraphs).stream()
                        .map(text -> Part.paragraph(Section.Kind.OTHER, text))
                        .toArray(Part[]::new));
    }

    private static Value value(
            String id,
            String name,
            String statement,
            String alternative,
            List<String> behaviours,
            List<String> counterBehaviours,
            List<String> terms,
            List<String> concerns) {
        return new Value(
                new Value.Id(id),
                name,
                statement,
                Optional.of(alternative),
                new Value.Conduct(behaviours, counterBehaviours),
                terms,
                new Value.Details(0, List.of(), List.of(), concerns));
    }

    private record SilentReader(SentenceReader reader, Set<String> known) implements SentenceReader {
        @Override
        public List<SplitSentence> split(String text, Span range) {
            assertThat(known).contains(range.of(text));
            return reader.split(text, range);
        }

        @Override
        public WordedSentence tag(SplitSentence sentence) {
            return reader.tag(sentence);
        }
    }

    private record SilentEncoder(SentenceEncoder encoder, Set<String> known) implements SentenceEncoder {
        @Override
        public List<Encoded> read(List<String> texts) {
            assertThat(known).containsAll(texts);
            return encoder.read(texts);
        }

        @Override
        public List<Embedding> glance(List<String> texts) {
            return encoder.glance(texts);
        }

        @Override
        public int traits() {
            return encoder.traits();
        }

        @Override
        public int dimensions() {
            return encoder.dimensions();
        }

        @Override
        public SentenceEncoder without(String organisation) {
            return encoder.without(organisation);
        }

        @Override
        public String identity() {
            return encoder.identity();
        }

        @Override
        public void close() {}
    }
}
