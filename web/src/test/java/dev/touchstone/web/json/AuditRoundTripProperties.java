package dev.touchstone.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Provenance;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.auditor.score.Scored;
import dev.touchstone.auditor.score.TradeOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AuditRoundTripProperties {
    @Property(tries = 200, seed = "20261122")
    void any_audit_is_read_back_as_it_was(@ForAll long seed) {
        var audit = new Drawing(seed).audit();
        var text = Json.text(AuditWriter.form(audit));

        var again = AuditReader.read(text, TestingAudits.CHARTER, "audit.json");

        assertThat(again).isEqualTo(audit);
        assertThat(Json.text(AuditWriter.form(again))).isEqualTo(text);
    }

    /** Draws an audit with everything in it that may be in one. */
    private static final class Drawing {
        private static final String LETTERS = "ab \n\t\"\\,=é漢\u2028\u0000/:'";
        private final Random random;

        Drawing(long seed) {
            random = new Random(seed);
        }

        Audit audit() {
            return Audit.of(
                    TestingAudits.CHARTER,
                    new Provenance(text(5), text(5), bundles()),
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(number -> entry("file" + number, 2))
                            .toList(),
                    random.nextBoolean() ? List.of() : List.of(new Skipped(text(5), text(9))));
        }

        private Entry entry(String path, int depth) {
            var parts = IntStream.range(0, depth == 0 ? 0 : random.nextInt(3))
                    .mapToObj(number -> entry(path + "!/" + number, depth - 1))
                    .toList();
            return new Entry(path + text(3), random.nextInt(5) == 0 ? "" : "f00d" + random.nextInt(), outcome(), parts);
        }

        private Outcome outcome() {
            if (random.nextInt(5) == 0) return new Failed(text(20));
            var references = IntStream.rangeClosed(1, random.nextInt(6))
                    .mapToObj(this::reference)
                    .toList();
            var half = references.size() / 2;
            var scorecards = new ArrayList<Scorecard>();
            if (random.nextInt(4) > 0) scorecards.add(scorecard(1, references.subList(0, half)));
            if (random.nextInt(4) == 0) scorecards.add(scorecard(2, references.subList(half, references.size())));
            return new Audited(
                    metadata(),
                    new Recognition(text(4), texts()),
                    new Extent(
                            text(5),
                            random.nextBoolean() ? "" : "en",
                            random.nextBoolean(),
                            random.nextInt(100),
                            random.nextInt(1000)),
                    new Scored(
                            references,
                            IntStream.range(0, random.nextInt(4))
                                    .mapToObj(_ -> doubt())
                                    .toList(),
                            IntStream.range(0, random.nextInt(9))
                                    .mapToObj(_ -> argument())
                                    .toList(),
                            scorecards),
                    texts());
        }

        private Metadata metadata() {
            return new Metadata(
                    text(10),
                    random.nextBoolean() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(random.nextInt(30_000))),
                    random.nextBoolean() ? "" : text(5),
                    new Status(text(6), any(Status.Normal.values())),
                    List.of(),
                    List.of(new Metadata.Relation(any(Metadata.Relation.Kind.values()), text(7))),
                    Map.of(text(3), any(Field.Origin.values())));
        }

        private Reference reference(int number) {
            return new Reference(
                    number,
                    value(),
                    new Judgement(
                            random.nextBoolean(),
                            any(Stance.values()),
                            any(About.values()),
                            random.nextBoolean(),
                            any(Role.values())),
                    random.nextBoolean(),
                    new Confidence(random.nextInt(1001)),
                    evidence(1000),
                    List.of(new Signal(any(Signal.Kind.values()), text(8))));
        }

        private Doubt doubt() {
            return new Doubt(value(), new Confidence(random.nextInt(1001)), evidence(1000));
        }

        private Value.Id value() {
            return any(TestingAudits.CHARTER.values().stream().map(Value::id).toArray(Value.Id[]::new));
        }

        private Evidence evidence(int before) {
            var quote = text(20);
            var start = random.nextInt(before);
            return new Evidence(
                    new Span(start, start + quote.length()),
                    quote,
                    text(6),
                    any(Section.Kind.values()),
                    random.nextInt(3));
        }

        private List<Bundle> bundles() {
            if (random.nextInt(3) == 0) return List.of();
            return TestingAudits.CHARTER.values().stream()
                    .map(value -> new Bundle(value.id(), texts(), any(Bundle.Origin.values())))
                    .toList();
        }

        /** Of few concerns and near the start, so that some recur within decisions. */
        private Argument argument() {
            return new Argument(
                    random.nextBoolean() ? "performance" : "security",
                    new Confidence(random.nextInt(1001)),
                    evidence(400));
        }

        private Scorecard scorecard(int number, List<Reference> references) {
            var scores = TestingAudits.CHARTER.values().stream()
                    .map(value -> score(value.id(), references))
                    .toList();
            return new Scorecard(
                    new Decision(
                            Decision.Id.of(number),
                            text(9),
                            new Span(0, random.nextInt(900)),
                            List.of(new Option(text(4), any(Option.Fate.values())))),
                    scores,
                    List.of(new TradeOff(TestingAudits.CANDOUR.id(), TestingAudits.THRIFT.id(), random.nextInt(9), 1)));
        }

        private Score score(Value.Id value, List<Reference> references) {
            var own = references.stream()
                    .filter(reference -> reference.value().equals(value))
                    .toList();
            if (own.isEmpty()) return new Score.Silent(value);
            return new Score.Measured(
                    value,
                    new Balance(random.nextInt(9), random.nextInt(9), random.nextInt(9), random.nextInt(9)),
                    own);
        }

        private List<String> texts() {
            return random.nextBoolean() ? List.of() : List.of(text(9), text(1));
        }

        private String text(int longest) {
            var text = new StringBuilder("x");
            for (var i = random.nextInt(longest); i > 0; i--)
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            return text.toString();
        }

        private <T> T any(T[] choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
