package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.json.Words;
import dev.touchstone.web.ui.DocumentPage.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is known about a document beside its text. Authors are kept for access only and are not among it. */
final class Facts {
    private Facts() {}

    static List<Fact> of(Catalogue catalogue, Entry entry, Audited audited) {
        var metadata = audited.metadata();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Date", List.of(date(metadata)), origin(metadata, "date")));
        facts.add(new Fact("Team", List.of(team(metadata)), origin(metadata, "team")));
        facts.add(new Fact("Status", List.of(status(metadata)), origin(metadata, "status")));
        facts.add(new Fact(
                "Format",
                List.of(new Link(
                        audited.recognition().format(),
                        Question.ALL
                                .with(Facet.FORMAT, audited.recognition().format())
                                .address(Addresses.DECISIONS))),
                String.join("; ", audited.recognition().reasons())));
        facts.add(new Fact("Length", List.of(Link.plain(length(audited))), language(audited)));
        for (var kind : Relation.Kind.values()) {
            var targets = metadata.relations().stream()
                    .filter(relation -> relation.kind() == kind)
                    .map(relation -> DocumentPage.target(catalogue, relation))
                    .toList();
            if (!targets.isEmpty()) facts.add(new Fact(Texts.relation(kind), targets, ""));
        }
        facts.add(new Fact(
                "File", List.of(Link.plain(entry.path())), audited.extent().mediaType()));
        return facts;
    }

    private static Link date(Metadata metadata) {
        return metadata.date()
                .map(_ -> new Link(
                        Texts.day(metadata.date()),
                        Question.ALL.with(Facet.PERIOD, metadata.quarter()).address(Addresses.DECISIONS)))
                .orElseGet(() -> Link.plain("unknown"));
    }

    private static Link team(Metadata metadata) {
        if (metadata.team().isBlank()) return Link.plain("unknown");
        return new Link(
                metadata.team(), Question.ALL.with(Facet.TEAM, metadata.team()).address(Addresses.DECISIONS));
    }

    private static Link status(Metadata metadata) {
        var status = metadata.status();
        var normal = Texts.plain(status.normal());
        if (status.raw().isBlank()) return Link.plain("unknown");
        var same = status.raw().toLowerCase(Locale.ROOT).equals(normal);
        return new Link(
                same ? normal : "%s (“%s”)".formatted(normal, status.raw()),
                Question.ALL.with(Facet.STATUS, Words.of(status.normal())).address(Addresses.DECISIONS));
    }

    private static String origin(Metadata metadata, String field) {
        var origin = metadata.origins().get(field);
        return origin == null ? "" : Texts.origin(origin);
    }

    private static String length(Audited audited) {
        var extent = audited.extent();
        return Stream.of(Numbers.of(extent.words(), "word"), Numbers.of(extent.sentences(), "sentence"))
                .reduce((words, sentences) -> words + ", " + sentences)
                .orElse("");
    }

    private static String language(Audited audited) {
        var language = audited.extent().language();
        return language.isEmpty() ? "" : Locale.of(language).getDisplayLanguage(Locale.ENGLISH);
    }
}
