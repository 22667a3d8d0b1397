package dev.touchstone.web.json;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
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
import dev.touchstone.auditor.decision.Metadata.Relation;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an audit out of the form that is written. What the documents add up to is computed anew, so that it cannot differ
 * from them; authors are gone, since they are never written, and so sums are hidden by the number of decisions alone.
 */
public final class AuditReader {
    private final Charter charter;

    private AuditReader(Charter charter) {
        this.charter = charter;
    }

    /**
     * Reads an audit.
     *
     * @param charter that the audit was made with
     * @param place where the text is from, for messages
     * @throws BadInput when it is no audit, or one of another charter
     */
    public static Audit read(String text, Charter charter, String place) {
        var form = Json.read(AuditForm.class, text, place);
        if (!form.provenance().charterSha256().equals(charter.sha256()))
            throw new BadInput(
                    place + ": this audit was made with another charter; put that one beside it or audit anew");
        try {
            return new AuditReader(charter).audit(form);
        } catch (IllegalArgumentException | DateTimeParseException contradiction) {
            throw new BadInput(place + ": not an audit: " + contradiction.getMessage());
        }
    }

    /**
     * Reads a document of an audit.
     *
     * @param charter that the audit was made with
     * @param place where the text is from, for messages
     * @throws BadInput when it is no such document
     */
    public static Entry entry(String text, Charter charter, String place) {
        var form = Json.read(DocumentForm.class, text, place);
        try {
            return new AuditReader(charter).entry(form);
        } catch (IllegalArgumentException | DateTimeParseException contradiction) {
            throw new BadInput(place + ": no document of an audit: " + contradiction.getMessage());
        }
    }

    private Audit audit(AuditForm form) {
        return Audit.of(
                charter,
                new Provenance(form.provenance().touchstone(), form.provenance().model(), bundles(form.charter())),
                form.documents().stream().map(this::entry).toList(),
                form.skipped().stream()
                        .map(skipped -> new Skipped(skipped.path(), skipped.reason()))
                        .toList());
    }

    /** Audits of earlier programs do not have them. */
    private static List<Bundle> bundles(AuditForm.Charter form) {
        return form.values().stream()
                .flatMap(value -> Optional.ofNullable(value.concerns())
                        .map(concerns -> new Bundle(
                                new Value.Id(value.id()),
                                concerns,
                                Boolean.TRUE.equals(value.concernsSuggested())
                                        ? Bundle.Origin.SUGGESTED
                                        : Bundle.Origin.LISTED))
                        .stream())
                .toList();
    }

    private Entry entry(DocumentForm form) {
        return new Entry(
                form.path(),
                Words.orEmpty(form.sha256()),
                outcome(form),
                form.parts().stream().map(this::entry).toList());
    }

    private Outcome outcome(DocumentForm form) {
        return switch (form.outcome()) {
            case "failed" -> new Failed(Words.orEmpty(form.reason()));
            case "audited", "partial" -> audited(form);
            default -> throw new IllegalArgumentException("no such outcome: " + form.outcome());
        };
    }

    private Audited audited(DocumentForm form) {
        return new Audited(
                metadata(form),
                new Recognition(Words.orEmpty(form.format()), form.formatReasons()),
                new Extent(
                        Words.orEmpty(form.mediaType()),
                        Words.orEmpty(form.language()),
                        form.scored(),
                        form.sentences(),
                        form.words()),
                scored(form),
                form.limits());
    }

    /** Audits of earlier programs have neither doubts nor arguments. */
    private Scored scored(DocumentForm form) {
        var references = form.references().stream().map(AuditReader::reference).toList();
        return new Scored(
                references,
                Optional.ofNullable(form.unsure()).orElse(List.of()).stream()
                        .map(AuditReader::doubt)
                        .toList(),
                Optional.ofNullable(form.arguments()).orElse(List.of()).stream()
                        .map(AuditReader::argument)
                        .toList(),
                scorecards(form, references));
    }

    private static Doubt doubt(DocumentForm.Unsure form) {
        return new Doubt(
                new Value.Id(form.value()),
                confidence(form.confidence()),
                evidence(
                        new Span(form.start(), form.end()),
                        form.quote(),
                        form.section(),
                        form.sectionKind(),
                        form.page()));
    }

    private static Argument argument(DocumentForm.Argument form) {
        return new Argument(
                form.concern(),
                confidence(form.confidence()),
                evidence(
                        new Span(form.start(), form.end()),
                        form.quote(),
                        form.section(),
                        form.sectionKind(),
                        form.page()));
    }

    private static Confidence confidence(BigDecimal number) {
        return new Confidence(number.movePointRight(3).intValueExact());
    }

    private static Evidence evidence(
            Span span, String quote, String section, String sectionKind, @Nullable Integer page) {
        return new Evidence(
                span, quote, section, Words.constant(Section.Kind.class, sectionKind), page == null ? 0 : page);
    }

    private static Metadata metadata(DocumentForm form) {
        var origins = new HashMap<String, Field.Origin>();
        form.origins().forEach((field, origin) -> origins.put(field, Words.constant(Field.Origin.class, origin)));
        return new Metadata(
                Words.orEmpty(form.title()),
                Optional.ofNullable(form.date()).map(LocalDate::parse),
                Words.orEmpty(form.team()),
                status(form.status()),
                List.of(),
                form.relations().stream()
                        .map(relation ->
                                new Relation(Words.constant(Relation.Kind.class, relation.kind()), relation.target()))
                        .toList(),
                origins);
    }

    private static Status status(DocumentForm.@Nullable Status form) {
        if (form == null) return Status.NONE;
        return new Status(form.raw(), Words.constant(Status.Normal.class, form.normal()));
    }

    private static Reference reference(DocumentForm.Reference form) {
        return new Reference(
                form.id(),
                new Value.Id(form.value()),
                new Judgement(
                        form.explicit(),
                        Words.constant(Stance.class, form.stance()),
                        Words.constant(About.class, form.about()),
                        form.drawback(),
                        Words.constant(Role.class, form.role())),
                form.boilerplate(),
                confidence(form.confidence()),
                evidence(
                        new Span(form.start(), form.end()),
                        form.quote(),
                        form.section(),
                        form.sectionKind(),
                        form.page()),
                form.signals().stream().map(AuditReader::signal).toList());
    }

    private static Signal signal(String text) {
        var colon = text.indexOf(": ");
        if (colon < 0) throw new IllegalArgumentException("a signal is 'kind: detail', not '" + text + "'");
        return new Signal(Words.constant(Signal.Kind.class, text.substring(0, colon)), text.substring(colon + 2));
    }

    private List<Scorecard> scorecards(DocumentForm form, List<Reference> references) {
        var byDecision = new HashMap<String, List<Reference>>();
        for (var i = 0; i < references.size(); i++) {
            var decision = form.references().get(i).decision();
            if (decision != null)
                byDecision.computeIfAbsent(decision, _ -> new ArrayList<>()).add(references.get(i));
        }
        return form.decisions().stream()
                .map(decision -> scorecard(decision, byDecision.getOrDefault(decision.id(), List.of())))
                .toList();
    }

    private Scorecard scorecard(DocumentForm.Decision form, List<Reference> references) {
        var options = form.options().stream()
                .map(option -> new Option(option.title(), Words.constant(Option.Fate.class, option.fate())))
                .toList();
        return new Scorecard(
                new Decision(new Decision.Id(form.id()), form.title(), new Span(form.start(), form.end()), options),
                scores(form, references),
                form.tradeOffs().stream().map(AuditReader::tradeOff).toList());
    }

    private List<Score> scores(DocumentForm.Decision form, List<Reference> references) {
        var balances = new HashMap<Value.Id, Balance>();
        for (var one : form.values())
            balances.put(
                    charter.value(new Value.Id(one.value())).id(),
                    new Balance(one.served(), one.givenUp(), one.motivates(), one.declarations()));
        return charter.values().stream()
                .map(value -> score(value.id(), balances, references))
                .toList();
    }

    private static Score score(Value.Id value, Map<Value.Id, Balance> balances, List<Reference> references) {
        var balance = balances.get(value);
        if (balance == null) return new Score.Silent(value);
        return new Score.Measured(
                value,
                balance,
                references.stream()
                        .filter(reference -> reference.value().equals(value))
                        .toList());
    }

    private static TradeOff tradeOff(DocumentForm.TradeOff form) {
        return new TradeOff(
                new Value.Id(form.gaveWay()),
                new Value.Id(form.to()),
                form.references().getFirst(),
                form.references().getLast());
    }
}
