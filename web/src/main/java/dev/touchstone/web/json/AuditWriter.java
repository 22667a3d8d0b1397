package dev.touchstone.web.json;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Cell;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Marginals;
import dev.touchstone.auditor.audit.Marginals.Tally;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Ratio;
import dev.touchstone.auditor.audit.Summary;
import dev.touchstone.auditor.audit.UnnamedReason;
import dev.touchstone.auditor.audit.UnnamedReasons;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.reference.Argument;
import dev.touchstone.auditor.reference.Confidence;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Evidence;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.score.Score.Measured;
import dev.touchstone.auditor.score.Scorecard;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts an audit into the form that is written. */
public final class AuditWriter {
    private AuditWriter() {}

    /** The whole audit. */
    public static AuditForm form(Audit audit) {
        return new AuditForm(
                charter(audit),
                new AuditForm.Provenance(
                        audit.provenance().touchstone(),
                        audit.provenance().model(),
                        audit.charter().sha256()),
                audit.entries().stream().map(AuditWriter::document).toList(),
                audit.skipped().stream()
                        .map(skipped -> new AuditForm.Skipped(skipped.path(), skipped.reason()))
                        .toList(),
                summary(audit));
    }

    private static AuditForm.Charter charter(Audit audit) {
        var charter = audit.charter();
        var bundles = audit.provenance().bundles().stream().collect(Collectors.toMap(Bundle::value, bundle -> bundle));
        var values = charter.values().stream()
                .map(value -> value(value, Optional.ofNullable(bundles.get(value.id()))))
                .toList();
        return new AuditForm.Charter(charter.organisation(), charter.version(), values);
    }

    private static AuditForm.Value value(Value value, Optional<Bundle> bundle) {
        return new AuditForm.Value(
                value.id().text(),
                value.name(),
                bundle.map(Bundle::concerns).orElse(null),
                bundle.map(known -> known.origin() == Bundle.Origin.SUGGESTED).orElse(null));
    }

    /** One entry with its parts. */
    public static DocumentForm document(Entry entry) {
        var parts = entry.parts().stream().map(AuditWriter::document).toList();
        return switch (entry.outcome()) {
            case Audited audited -> audited(entry, audited, parts);
            case Failed failed -> failed(entry, failed, parts);
        };
    }

    private static DocumentForm failed(Entry entry, Failed failed, List<DocumentForm> parts) {
        return new DocumentForm(
                entry.path(),
                Words.orNull(entry.sha256()),
                "failed",
                failed.reason(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                0,
                0,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                parts);
    }

    private static DocumentForm audited(Entry entry, Audited audited, List<DocumentForm> parts) {
        var metadata = audited.metadata();
        var extent = audited.extent();
        return new DocumentForm(
                entry.path(),
                Words.orNull(entry.sha256()),
                audited.isPartial() ? "partial" : "audited",
                Words.orNull(String.join("; ", audited.limits())),
                metadata.title(),
                metadata.date().map(LocalDate::toString).orElse(null),
                Words.orNull(metadata.team()),
                status(metadata.status()),
                audited.recognition().format(),
                audited.recognition().reasons(),
                extent.mediaType(),
                Words.orNull(extent.language()),
                extent.scored(),
                extent.sentences(),
                extent.words(),
                origins(metadata),
                metadata.relations().stream()
                        .map(relation -> new DocumentForm.Relation(Words.of(relation.kind()), relation.target()))
                        .toList(),
                audited.limits(),
                audited.scorecards().stream().map(AuditWriter::decision).toList(),
                references(audited),
                audited.doubts().stream().map(AuditWriter::unsure).toList(),
                audited.arguments().stream().map(AuditWriter::argument).toList(),
                parts);
    }

    private static DocumentForm.@Nullable Status status(Status status) {
        return new DocumentForm.Status(status.raw(), Words.of(status.normal()));
    }

    private static Map<String, String> origins(Metadata metadata) {
        var origins = new TreeMap<String, String>();
        metadata.origins().forEach((field, origin) -> origins.put(field, Words.of(origin)));
        return origins;
    }

    private static DocumentForm.Decision decision(Scorecard scorecard) {
        var decision = scorecard.decision();
        return new DocumentForm.Decision(
                decision.id().text(),
                decision.title(),
                decision.span().start(),
                decision.span().end(),
                decision.options().stream()
                        .map(option -> new DocumentForm.Option(option.title(), Words.of(option.fate())))
                        .toList(),
                measured(scorecard).stream().map(AuditWriter::balance).toList(),
                scorecard.tradeOffs().stream()
                        .map(tradeOff -> new DocumentForm.TradeOff(
                                tradeOff.gaveWay().text(),
                                tradeOff.to().text(),
                                List.of(tradeOff.givenUp(), tradeOff.served())))
                        .toList());
    }

    private static List<Measured> measured(Scorecard scorecard) {
        return scorecard.scores().stream()
                .filter(Measured.class::isInstance)
                .map(Measured.class::cast)
                .toList();
    }

    /** What a decision does to one value. */
    public static DocumentForm.Balance balance(Measured measured) {
        var balance = measured.balance();
        return new DocumentForm.Balance(
                measured.value().text(),
                measured.atWork(),
                balance.served(),
                balance.givenUp(),
                balance.motivates(),
                balance.declarations());
    }

    /** All references of a document. */
    public static List<DocumentForm.Reference> references(Audited audited) {
        var decisions = decisions(audited);
        return audited.references().stream()
                .map(reference -> reference(reference, decisions.get(reference.number())))
                .toList();
    }

    /** The decision that each reference counts in, by the reference's number. */
    static Map<Integer, String> decisions(Audited audited) {
        var decisions = new HashMap<Integer, String>();
        for (var scorecard : audited.scorecards())
            for (var measured : measured(scorecard))
                for (var reference : measured.references())
                    decisions.put(reference.number(), scorecard.decision().id().text());
        return decisions;
    }

    private static DocumentForm.Reference reference(Reference reference, @Nullable String decision) {
        var judgement = reference.judgement();
        var evidence = reference.evidence();
        return new DocumentForm.Reference(
                reference.number(),
                decision,
                reference.value().text(),
                judgement.explicit(),
                Words.of(judgement.stance()),
                Words.of(judgement.about()),
                judgement.drawback(),
                Words.of(reference.effect()),
                Words.of(judgement.role()),
                reference.boilerplate(),
                permille(reference.confidence()),
                evidence.section(),
                Words.of(evidence.sectionKind()),
                page(evidence),
                evidence.span().start(),
                evidence.span().end(),
                evidence.quote(),
                reference.signals().stream().map(AuditWriter::signal).toList());
    }

    private static DocumentForm.Unsure unsure(Doubt doubt) {
        var evidence = doubt.evidence();
        return new DocumentForm.Unsure(
                doubt.value().text(),
                permille(doubt.confidence()),
                evidence.section(),
                Words.of(evidence.sectionKind()),
                page(evidence),
                evidence.span().start(),
                evidence.span().end(),
                evidence.quote());
    }

    private static DocumentForm.Argument argument(Argument argument) {
        var evidence = argument.evidence();
        return new DocumentForm.Argument(
                argument.concern(),
                permille(argument.confidence()),
                evidence.section(),
                Words.of(evidence.sectionKind()),
                page(evidence),
                evidence.span().start(),
                evidence.span().end(),
                evidence.quote());
    }

    private static BigDecimal permille(Confidence confidence) {
        return BigDecimal.valueOf(confidence.permille(), 3);
    }

    private static @Nullable Integer page(Evidence evidence) {
        return evidence.page() == 0 ? null : evidence.page();
    }

    /** {@code term: openness}. */
    static String signal(Signal signal) {
        return Words.of(signal.kind()) + ": " + signal.detail();
    }

    private static AuditForm.Summary summary(Audit audit) {
        return new AuditForm.Summary(
                audit.summary().decisions(),
                audit.summary().values().stream().map(AuditWriter::line).toList(),
                audit.cells().stream().map(AuditWriter::cell).toList(),
                tallies(audit.byTeam(), AuditWriter::ofTeam),
                tallies(audit.byPeriod(), AuditWriter::ofPeriod),
                unnamed(audit.unnamed()));
    }

    private static AuditForm.Unnamed unnamed(UnnamedReasons reasons) {
        return new AuditForm.Unnamed(
                reasons.recurring().stream().map(AuditWriter::unnamed).toList(), reasons.tooFew());
    }

    private static AuditForm.UnnamedReason unnamed(UnnamedReason reason) {
        return new AuditForm.UnnamedReason(
                reason.concern(),
                reason.decisions(),
                reason.sentences().size(),
                reason.examples().stream().map(AuditWriter::example).toList());
    }

    private static AuditForm.Example example(UnnamedReason.Quoted quoted) {
        var evidence = quoted.argument().evidence();
        return new AuditForm.Example(
                quoted.path(), evidence.span().start(), evidence.span().end(), evidence.quote());
    }

    private static <T> List<T> tallies(Marginals marginals, BiFunction<Value, Tally, T> form) {
        return marginals.rows().stream()
                .flatMap(row -> row.tallies().stream().map(tally -> form.apply(row.value(), tally)))
                .toList();
    }

    private static AuditForm.OfTeam ofTeam(Value value, Tally tally) {
        var id = value.id().text();
        var team = Words.orNull(tally.group());
        return switch (tally) {
            case Tally.Shown shown -> new AuditForm.OfTeam(id, team, shown.decisions(), shown.atWork(), false);
            case Tally.TooFew _ -> new AuditForm.OfTeam(id, team, null, null, true);
        };
    }

    private static AuditForm.OfPeriod ofPeriod(Value value, Tally tally) {
        var id = value.id().text();
        var period = Words.orNull(tally.group());
        return switch (tally) {
            case Tally.Shown shown -> new AuditForm.OfPeriod(id, period, shown.decisions(), shown.atWork(), false);
            case Tally.TooFew _ -> new AuditForm.OfPeriod(id, period, null, null, true);
        };
    }

    private static AuditForm.Line line(Summary.Line line) {
        var roles = line.roles();
        var effects = line.effects();
        return new AuditForm.Line(
                line.value().text(),
                line.decisionsAtWork(),
                roles.references(),
                roles.reasons(),
                roles.behaviours(),
                roles.declarations(),
                effects.served(),
                effects.givenUp(),
                effects.motivates(),
                effects.neutral(),
                line.unsure(),
                ratio(line.decorationIndex()),
                ratio(line.per1000Words()));
    }

    private static @Nullable BigDecimal ratio(Ratio ratio) {
        var thousandths = ratio.thousandths();
        return thousandths.isPresent() ? BigDecimal.valueOf(thousandths.getAsInt(), 3) : null;
    }

    /** The numbers of a suppressed cell do not leave the program: they would point at people. */
    private static AuditForm.Cell cell(Cell cell) {
        return new AuditForm.Cell(
                cell.value().text(),
                Words.orNull(cell.team()),
                Words.orNull(cell.period()),
                cell.suppressed() ? null : cell.decisions(),
                cell.suppressed() ? null : cell.atWork(),
                cell.suppressed());
    }
}
