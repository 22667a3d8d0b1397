package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Doubt;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.json.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An audit by what is in it. Its lists hold exactly what the audit's numbers count, so that a number and the list behind it
 * never differ: what was not scored is in none.
 */
public final class Catalogue {
    private static final Comparator<FiledDecision> NEWEST_FIRST = Comparator.comparing(
                    Catalogue::day, Comparator.reverseOrder())
            .thenComparing(decision -> decision.entry().path())
            .thenComparingInt(decision -> decision.scorecard().decision().span().start());

    private static final List<Facet> OF_A_REFERENCE =
            List.of(Facet.STANCE, Facet.EFFECT, Facet.ROLE, Facet.ABOUT, Facet.SECTION);

    private final Audit audit;

    public Catalogue(Audit audit) {
        this.audit = audit;
    }

    /** The file with this id or these bytes. */
    public Optional<Entry> document(String idOrHash) {
        return audit.all()
                .filter(entry -> DocumentId.of(entry.path()).text().equals(idOrHash)
                        || (!entry.sha256().isEmpty() && entry.sha256().equals(idOrHash)))
                .findFirst();
    }

    /** The file with this path. */
    public Optional<Entry> at(String path) {
        return audit.all().filter(entry -> entry.path().equals(path)).findFirst();
    }

    /** The decisions that answer, in the order asked for: {@code newest} (also when none is), {@code oldest}, {@code title}, {@code team}. */
    public List<FiledDecision> decisions(Question question) {
        return decisions()
                .filter(decision -> answers(question, decision))
                .sorted(order(question.sort()))
                .toList();
    }

    private static Comparator<FiledDecision> order(String sort) {
        return switch (sort) {
            case "oldest" -> NEWEST_FIRST.reversed();
            case "title" ->
                Comparator.<FiledDecision, String>comparing(
                                decision -> decision.title().toLowerCase(Locale.ROOT))
                        .thenComparing(NEWEST_FIRST);
            case "team" ->
                Comparator.<FiledDecision, String>comparing(
                                decision -> decision.audited().metadata().team().toLowerCase(Locale.ROOT))
                        .thenComparing(NEWEST_FIRST);
            default -> NEWEST_FIRST;
        };
    }

    private static LocalDate day(FiledDecision decision) {
        return decision.audited().metadata().date().orElse(LocalDate.MIN);
    }

    /** The references that answer, by document and place. */
    public List<FiledReference> references(Question question) {
        return scored().filter(filed -> answers(question, filed.audited()))
                .flatMap(filed -> filed.audited().references().stream()
                        .filter(about(question))
                        .map(reference -> new FiledReference(filed.entry(), filed.audited(), reference)))
                .filter(filed -> question.text().isEmpty()
                        || question.admitsTitle(filed.reference().evidence().quote()))
                .toList();
    }

    /** The sentences that may be references and answer, by document and place. */
    public List<FiledDoubt> doubts(Question question) {
        return scored().filter(filed -> answers(question, filed.audited()))
                .flatMap(filed -> FiledDoubt.of(filed.entry(), filed.audited(), doubt -> answers(question, doubt)))
                .toList();
    }

    private static boolean answers(Question question, Doubt doubt) {
        return question.admits(Facet.VALUE, doubt.value().text())
                && question.admits(Facet.SECTION, Words.of(doubt.evidence().sectionKind()))
                && (question.text().isEmpty()
                        || question.admitsTitle(doubt.evidence().quote()));
    }

    /** The trade-offs of the decisions that answer; a value asked for is one of the two. */
    public List<FiledTradeOff> tradeOffs(Question question) {
        return decisions()
                .filter(decision -> answers(question, decision.audited()))
                .filter(decision -> question.admitsTitle(decision.title()))
                .sorted(NEWEST_FIRST)
                .flatMap(FiledDecision::tradeOffs)
                .filter(filed -> question.gaveWay().isEmpty()
                        || question.gaveWay().equals(filed.tradeOff().gaveWay().text()))
                .filter(filed -> question.admits(
                                Facet.VALUE, filed.tradeOff().gaveWay().text())
                        || question.admits(Facet.VALUE, filed.tradeOff().to().text()))
                .toList();
    }

    private Stream<FiledDecision> decisions() {
        return scored().flatMap(filed -> filed.audited().scorecards().stream()
                .map(scorecard -> new FiledDecision(filed.entry(), filed.audited(), scorecard)));
    }

    private Stream<Filed> scored() {
        return audit.all().flatMap(Filed::of);
    }

    private static boolean answers(Question question, FiledDecision decision) {
        return answers(question, decision.audited())
                && question.admitsTitle(decision.title())
                && valuesAnswer(question, decision);
    }

    /** How a value is there must hold of one of the values asked for; facets of a reference, of one and the same. */
    private static boolean valuesAnswer(Question question, FiledDecision decision) {
        var presence = question.presence();
        if (presence.isPresent() && !isThere(question, presence.get(), decision)) return false;
        var value = question.filters().containsKey(Facet.VALUE) && presence.isEmpty();
        if (!value && OF_A_REFERENCE.stream().noneMatch(question.filters()::containsKey)) return true;
        return decision.references().stream().anyMatch(about(question));
    }

    private static boolean isThere(Question question, Presence wanted, FiledDecision decision) {
        return decision.scorecard().scores().stream()
                .filter(score -> question.admits(Facet.VALUE, score.value().text()))
                .anyMatch(score -> Presence.of(score) == wanted);
    }

    private static boolean answers(Question question, Audited audited) {
        var metadata = audited.metadata();
        return question.admits(Facet.TEAM, metadata.team())
                && question.admits(Facet.STATUS, Words.of(metadata.status().normal()))
                && question.admits(Facet.FORMAT, audited.recognition().format())
                && question.admits(Facet.PERIOD, metadata.quarter())
                && question.period().contain(metadata.date());
    }

    private static Predicate<Reference> about(Question question) {
        return reference -> question.admits(Facet.VALUE, reference.value().text())
                && question.admits(Facet.STANCE, Words.of(reference.judgement().stance()))
                && question.admits(Facet.EFFECT, Words.of(reference.effect()))
                && question.admits(Facet.ROLE, Words.of(reference.judgement().role()))
                && question.admits(Facet.ABOUT, Words.of(reference.judgement().about()))
                && question.admits(Facet.SECTION, Words.of(reference.evidence().sectionKind()));
    }

    /** A file that was scored. */
    private record Filed(Entry entry, Audited audited) {
        static Stream<Filed> of(Entry entry) {
            return entry.outcome() instanceof Audited audited
                            && audited.extent().scored()
                    ? Stream.of(new Filed(entry, audited))
                    : Stream.empty();
        }
    }
}
