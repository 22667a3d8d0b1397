package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Summary;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Signal;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledReference;
import dev.touchstone.web.json.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The values as the organisation states them, with what its decisions show of each. */
record CharterPage(Frame frame, Link source, String version, List<Stated> values) {
    /** One value in the organisation's own words. */
    record Stated(
            String id,
            String name,
            String statement,
            String alternative,
            BearsOn bearsOn,
            List<Conduct> conduct,
            Link atWork,
            Unsure unsure,
            List<Quotation> examples) {}

    /**
     * The concerns that the value bundles.
     *
     * @param names in one line; empty when nothing is known of them
     * @param aside who says so, when it is not the charter
     */
    record BearsOn(String names, String aside, List<Described> concerns) {}

    /** A concern and what belongs to it. */
    record Described(String name, String description) {}

    /** A list of behaviours under its own heading. */
    record Conduct(String heading, String style, List<Behaviour> behaviours) {}

    /** A behaviour, and a sentence from a decision that comes near it. */
    record Behaviour(String text, Optional<Quotation> example) {}

    private static final int EXAMPLES = 2;

    private static final Comparator<FiledReference> SUREST = Comparator.<FiledReference>comparingInt(
                    filed -> -filed.reference().confidence().permille())
            .thenComparing(filed -> filed.entry().path())
            .thenComparingInt(filed -> filed.reference().number());

    static CharterPage of(Reader reader, Audit audit) {
        var charter = audit.charter();
        var catalogue = new Catalogue(audit);
        return new CharterPage(
                Frame.of(reader, audit, "Charter", "/charter"),
                source(charter.source()),
                "Version %d of the charter of %s".formatted(charter.version(), charter.organisation()),
                audit.summary().values().stream()
                        .map(line -> stated(audit, catalogue, line))
                        .toList());
    }

    /** Only web addresses become links: the charter is input like any other. */
    private static Link source(String source) {
        return source.startsWith("https://") || source.startsWith("http://")
                ? new Link(source, source)
                : Link.plain(source);
    }

    private static Stated stated(Audit audit, Catalogue catalogue, Summary.Line line) {
        var value = audit.charter().value(line.value());
        var working =
                catalogue.references(Addresses.asking(value.id()).with(Facet.EFFECT, Words.of(Effect.SERVED))).stream()
                        .filter(filed -> filed.reference().atWork())
                        .sorted(SUREST)
                        .toList();
        return new Stated(
                value.id().text(),
                value.name(),
                value.statement(),
                value.alternative().orElse(""),
                bearsOn(audit, value.id()),
                conduct(audit, value, working),
                new Link(
                        "At work in %d of %s"
                                .formatted(
                                        line.decisionsAtWork(),
                                        Numbers.of(audit.summary().decisions(), "decision")),
                        line.decisionsAtWork() == 0
                                ? ""
                                : Addresses.atWork(value.id()).address(Addresses.DECISIONS)),
                Unsure.counted(line),
                examples(audit, value, working));
    }

    private static BearsOn bearsOn(Audit audit, Value.Id value) {
        var bundle = audit.provenance().bundles().stream()
                .filter(known -> known.value().equals(value))
                .findFirst();
        var concerns = bundle.map(Bundle::concerns).orElse(List.of());
        var suggested = bundle.filter(known -> known.origin() == Bundle.Origin.SUGGESTED)
                .isPresent();
        return new BearsOn(
                concerns.stream().map(Concern::plain).collect(Collectors.joining(", ")),
                suggested ? "suggested by its own texts; the charter lists none" : "",
                concerns.stream()
                        .map(concern -> new Described(Concern.plain(concern), Unnamed.description(concern)))
                        .toList());
    }

    /** The surest reasons that are no behaviour's example already. */
    private static List<Quotation> examples(Audit audit, Value value, List<FiledReference> working) {
        var shown = value.conduct().behaviours().stream()
                .flatMap(behaviour -> example(behaviour, working).stream())
                .toList();
        return working.stream()
                .filter(filed -> filed.reference().judgement().role() == Role.REASON && !shown.contains(filed))
                .limit(EXAMPLES)
                .map(filed -> Quotation.of(audit, filed))
                .toList();
    }

    private static Optional<FiledReference> example(String behaviour, List<FiledReference> working) {
        return working.stream().filter(filed -> comesNear(filed, behaviour)).findFirst();
    }

    private static List<Conduct> conduct(Audit audit, Value value, List<FiledReference> working) {
        var behaviours = value.conduct().behaviours().stream()
                .map(behaviour ->
                        new Behaviour(behaviour, example(behaviour, working).map(filed -> Quotation.of(audit, filed))))
                .toList();
        var counterBehaviours = value.conduct().counterBehaviours().stream()
                .map(behaviour -> new Behaviour(behaviour, Optional.empty()))
                .toList();
        return List.of(
                new Conduct("What people do who live it", "lived", behaviours),
                new Conduct("What breaches it", "breached", counterBehaviours));
    }

    private static boolean comesNear(FiledReference filed, String behaviour) {
        return filed.reference().signals().stream()
                .anyMatch(signal -> signal.kind() == Signal.Kind.BEHAVIOUR
                        && signal.detail().contains(behaviour));
    }
}
