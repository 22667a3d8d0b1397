package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Judgement;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.score.Balance;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.auditor.score.Scored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Entries of an audit as scoring could have left them, drawn from a seed. */
final class Entries {
    static final List<Value.Id> VALUES =
            List.of(new Value.Id("candour"), new Value.Id("thrift"), new Value.Id("trust"));
    private static final int DECISION = 1000;

    private Entries() {}

    /** A file with up to three decisions, and sometimes a file inside it. */
    static Entry random(String path, long seed) {
        var random = new Random(seed);
        var parts = random.nextInt(4) == 0
                ? List.of(new Entry(path + "!/part.md", Sha256.of(path + seed), audited(random), List.of()))
                : List.<Entry>of();
        return new Entry(path, Sha256.of(path), audited(random), parts);
    }

    private static Audited audited(Random random) {
        var decisions = IntStream.rangeClosed(1, random.nextInt(4))
                .mapToObj(number -> new Decision(
                        Decision.Id.of(number),
                        "Decision " + number,
                        new Span((number - 1) * DECISION, number * DECISION),
                        List.of()))
                .toList();
        var references = new ArrayList<Reference>();
        for (var number = 1; number <= random.nextInt(12); number++) references.add(reference(number, random));
        var metadata = new Metadata(
                "A title",
                Optional.of(LocalDate.of(2024, 1 + random.nextInt(12), 1)),
                "team " + random.nextInt(3),
                Status.NONE,
                List.of("Author " + random.nextInt(5)),
                List.of(),
                Map.of());
        return new Audited(
                metadata,
                new Recognition("madr4", List.of()),
                new Extent("text/markdown", "en", random.nextInt(8) != 0, 40, 400),
                new Scored(
                        references,
                        List.of(),
                        List.of(),
                        decisions.stream()
                                .map(decision -> scorecard(decision, references))
                                .toList()),
                random.nextInt(5) == 0 ? List.of("cut after 5 MB") : List.of());
    }

    private static Reference reference(int number, Random random) {
        var start = random.nextInt(3 * DECISION - 10);
        var span = new Span(start, start + 5);
        return new Reference(
                number,
                any(VALUES, random),
                new Judgement(
                        random.nextBoolean(),
                        any(List.of(Stance.values()), random),
                        any(List.of(About.values()), random),
                        random.nextBoolean(),
                        any(List.of(Role.values()), random)),
                random.nextInt(6) == 0,
                new Confidence(random.nextInt(1001)),
                new Evidence(span, "quote", "Section", Section.Kind.DECISION, 0),
                List.of());
    }

    private static <T> T any(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    private static Scorecard scorecard(Decision decision, List<Reference> references) {
        var scores = VALUES.stream()
                .map(value -> score(
                        value,
                        references.stream()
                                .filter(reference -> reference.value().equals(value)
                                        && decision.span()
                                                .contains(reference.evidence().span()))
                                .toList()))
                .toList();
        return new Scorecard(decision, scores, List.of());
    }

    private static Score score(Value.Id value, List<Reference> references) {
        if (references.isEmpty()) return new Score.Silent(value);
        var balance = new Balance(
                count(references, reference -> reference.effect() == Effect.SERVED),
                count(references, reference -> reference.effect() == Effect.GIVEN_UP),
                count(references, reference -> reference.effect() == Effect.MOTIVATES),
                count(references, reference -> reference.judgement().role() == Role.DECLARATION));
        return new Score.Measured(value, balance, references);
    }

    static int count(List<Reference> references, Predicate<Reference> which) {
        return (int) references.stream().filter(which).count();
    }

    static List<Audited> audited(List<Entry> entries) {
        return entries.stream()
                .flatMap(Entry::all)
                .map(Entry::outcome)
                .<Audited>mapMulti((Outcome outcome, java.util.function.Consumer<Audited> take) -> {
                    if (outcome instanceof Audited audited) take.accept(audited);
                })
                .toList();
    }
}
