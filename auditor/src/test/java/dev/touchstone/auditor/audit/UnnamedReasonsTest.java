package dev.touchstone.auditor.audit;

import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.THRIFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.auditor.score.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnnamedReasonsTest {
    private static final List<Bundle> BUNDLES = List.of(
            new Bundle(OPENNESS.id(), List.of("transparency"), Bundle.Origin.LISTED),
            new Bundle(THRIFT.id(), List.of("resource-cost"), Bundle.Origin.SUGGESTED));

    @Test
    void a_concern_that_no_value_bundles_is_named_once_five_decisions_argue_with_it() {
        assertThat(UnnamedReasons.of(BUNDLES, records(5, "reliability")).recurring())
                .singleElement()
                .extracting(UnnamedReason::concern, UnnamedReason::decisions)
                .containsExactly("reliability", 5);
    }

    @Test
    void fewer_decisions_are_too_few_to_say() {
        assertThat(UnnamedReasons.of(BUNDLES, records(4, "reliability"))).isEqualTo(new UnnamedReasons(List.of(), 1));
    }

    @Test
    void many_sentences_of_one_decision_are_one_decision() {
        var repeats = IntStream.range(0, 20)
                .mapToObj(number -> argument("reliability", number, 700))
                .toArray(Argument[]::new);
        assertThat(UnnamedReasons.of(BUNDLES, List.of(record("a.md", true, repeats))))
                .isEqualTo(new UnnamedReasons(List.of(), 1));
    }

    @Test
    void what_a_value_lists_or_is_suggested_is_named() {
        assertThat(UnnamedReasons.of(BUNDLES, records(6, "transparency"))).isEqualTo(UnnamedReasons.NONE);
        assertThat(UnnamedReasons.of(BUNDLES, records(6, "resource-cost"))).isEqualTo(UnnamedReasons.NONE);
    }

    @Test
    void nothing_is_said_where_it_is_not_known_what_the_values_bundle() {
        assertThat(UnnamedReasons.of(List.of(), records(9, "reliability"))).isEqualTo(UnnamedReasons.NONE);
    }

    @Test
    void sentences_outside_any_decision_and_documents_that_were_not_scored_do_not_count() {
        var outside = IntStream.range(0, 6)
                .mapToObj(number -> record(number + ".md", true, argument("reliability", 2000, 700)))
                .toList();
        var unscored = IntStream.range(0, 6)
                .mapToObj(number -> record(number + ".md", false, argument("reliability", 1, 700)))
                .toList();
        assertThat(UnnamedReasons.of(BUNDLES, outside)).isEqualTo(UnnamedReasons.NONE);
        assertThat(UnnamedReasons.of(BUNDLES, unscored)).isEqualTo(UnnamedReasons.NONE);
    }

    @Test
    void the_most_frequent_comes_first_whatever_the_order_of_the_records() {
        var entries = new ArrayList<Entry>(records(5, "reliability"));
        entries.addAll(records(7, "privacy"));
        var forward = UnnamedReasons.of(BUNDLES, entries);
        Collections.reverse(entries);
        assertThat(forward.recurring()).extracting(UnnamedReason::concern).containsExactly("privacy", "reliability");
        assertThat(UnnamedReasons.of(BUNDLES, entries).recurring())
                .extracting(UnnamedReason::concern)
                .containsExactly("privacy", "reliability");
    }

    @Test
    void the_examples_are_the_surest_sentences_of_different_documents() {
        var entries = Stream.concat(
                        records(4, "reliability").stream(),
                        Stream.of(
                                record("z.md", true, argument("reliability", 1, 980), argument("reliability", 2, 990))))
                .toList();
        var reason = UnnamedReasons.of(BUNDLES, entries).recurring().getFirst();
        assertThat(reason.sentences()).hasSize(6);
        assertThat(reason.examples())
                .extracting(UnnamedReason.Quoted::path)
                .containsExactly("z.md", "reliability3.md", "reliability2.md");
        assertThat(reason.examples().getFirst().argument().confidence()).isEqualTo(new Confidence(990));
    }

    private static List<Entry> records(int count, String concern) {
        return IntStream.range(0, count)
                .mapToObj(number -> record(concern + number + ".md", true, argument(concern, number, 600 + number)))
                .toList();
    }

    private static Argument argument(String concern, int start, int permille) {
        var quote = "Because.";
        var span = new Span(start, start + quote.length());
        return new Argument(concern, new Confidence(permille), new Evidence(span, quote, "", Section.Kind.DECISION, 0));
    }

    private static Entry record(String path, boolean scored, Argument... arguments) {
        var metadata = new Metadata(path, Optional.empty(), "", Status.NONE, List.of(), List.of(), Map.of());
        var decision = new Decision(Decision.Id.of(1), path, new Span(0, 1000), List.of());
        return new Entry(
                path,
                "",
                new Audited(
                        metadata,
                        new Recognition("nygard", List.of()),
                        new Extent("text/plain", "en", scored, 1, 1),
                        new Scored(
                                List.of(),
                                List.of(),
                                List.of(arguments),
                                List.of(new Scorecard(decision, List.of(), List.of()))),
                        List.of()),
                List.of());
    }
}
