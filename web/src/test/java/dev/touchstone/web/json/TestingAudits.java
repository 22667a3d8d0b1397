package dev.touchstone.web.json;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Extent;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Provenance;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small audits built by hand. */
public final class TestingAudits {
    public static final Value CANDOUR = value("candour", "Candour");
    public static final Value THRIFT = value("thrift", "Thrift");
    public static final Charter CHARTER =
            new Charter("Harbour Pilots", 2, "the handbook", List.of(CANDOUR, THRIFT), "c0ffee");

    private TestingAudits() {}

    /** A record in which thrift gave way to candour, a container with a part that failed, and a file that was skipped. */
    public static Audit harbour() {
        return Audit.of(
                CHARTER,
                new Provenance(
                        "0.1.0",
                        "testing 1",
                        List.of(
                                new Bundle(CANDOUR.id(), List.of("transparency", "integrity"), Bundle.Origin.LISTED),
                                new Bundle(THRIFT.id(), List.of("resource-cost"), Bundle.Origin.SUGGESTED))),
                List.of(
                        new Entry("radar.md", "aa11", radar(), List.of()),
                        new Entry(
                                "old.zip",
                                "bb22",
                                container(),
                                List.of(new Entry(
                                        "old.zip!/locked.pdf", "cc33", new Failed("it needs a password"), List.of())))),
                List.of(new Skipped("logo.png", "not a document: image/png")));
    }

    private static Audited radar() {
        var served = reference(
                1,
                CANDOUR,
                new Judgement(true, Stance.UPHOLDS, About.CHOSEN, false, Role.REASON),
                new Span(20, 50),
                "Every ship sees the same chart",
                List.of(new Signal(Signal.Kind.TERM, "see"), new Signal(Signal.Kind.SECTION, "Decision Outcome")));
        var givenUp = reference(
                2,
                THRIFT,
                new Judgement(false, Stance.COMPROMISES, About.CHOSEN, true, Role.REASON),
                new Span(51, 74),
                "=although it costs more",
                List.of(new Signal(Signal.Kind.COST, "costs: \"more\"")));
        var outside = reference(
                3,
                THRIFT,
                new Judgement(true, Stance.NEUTRAL, About.GENERAL, false, Role.DECLARATION),
                new Span(90, 103),
                "Thrift – über",
                List.of());
        return new Audited(
                new Metadata(
                        "Share the radar, \"all\" of it",
                        Optional.of(LocalDate.of(2024, 5, 1)),
                        "pilots",
                        new Status("Accepted (2024)", Status.Normal.ACCEPTED),
                        List.of(),
                        List.of(new Metadata.Relation(Metadata.Relation.Kind.SUPERSEDES, "old/1.md")),
                        Map.of("title", Field.Origin.TEXT, "date", Field.Origin.MANIFEST)),
                new Recognition("madr4", List.of("front matter has decision-makers")),
                new Extent("text/markdown", "en", true, 3, 30),
                new Scored(
                        List.of(served, givenUp, outside),
                        List.of(new Doubt(
                                CANDOUR.id(),
                                new Confidence(310),
                                new Evidence(
                                        new Span(75, 88),
                                        "Ask the pilot",
                                        "Consequences",
                                        Section.Kind.CONSEQUENCES,
                                        0))),
                        List.of(new Argument(
                                "performance",
                                new Confidence(640),
                                new Evidence(
                                        new Span(50, 60), "It is fast", "Decision Outcome", Section.Kind.DECISION, 2))),
                        List.of(new Scorecard(
                                new Decision(
                                        Decision.Id.of(1),
                                        "Share the radar",
                                        new Span(0, 80),
                                        List.of(
                                                new Option("Share it", Option.Fate.CHOSEN),
                                                new Option("Keep it", Option.Fate.REJECTED))),
                                List.of(
                                        new Score.Measured(CANDOUR.id(), new Balance(1, 0, 0, 0), List.of(served)),
                                        new Score.Measured(THRIFT.id(), new Balance(0, 1, 0, 0), List.of(givenUp))),
                                List.of(new TradeOff(THRIFT.id(), CANDOUR.id(), 2, 1))))),
                List.of());
    }

    private static Audited container() {
        return new Audited(
                new Metadata("old.zip", Optional.empty(), "", Status.NONE, List.of(), List.of(), Map.of()),
                new Recognition("unstructured", List.of()),
                new Extent("application/zip", "", true, 0, 0),
                new Scored(List.of(), List.of(), List.of(), List.of()),
                List.of("1 of the 1 files inside could not be read"));
    }

    private static Reference reference(
            int number, Value value, Judgement judgement, Span span, String quote, List<Signal> signals) {
        return new Reference(
                number,
                value.id(),
                judgement,
                false,
                new Confidence(800 + number),
                new Evidence(span, quote, "Decision Outcome", Section.Kind.DECISION, number == 2 ? 4 : 0),
                signals);
    }

    private static Value value(String id, String name) {
        return new Value(
                new Value.Id(id),
                name,
                name + " it is.",
                Optional.empty(),
                new Value.Conduct(List.of(), List.of()),
                List.of(id),
                Value.Details.NONE);
    }
}
