package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.browse.Presence;
import dev.touchstone.web.browse.Question;
import dev.touchstone.web.browse.Question.Parameter;
import dev.touchstone.web.json.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The form that narrows a list, and what narrows it now.
 *
 * @param action the list's address
 * @param textLabel where the words are looked for
 * @param chosen each leads to the list without it
 */
record Choices(
        String action, String textLabel, String text, List<Menu> menus, List<Parameter> kept, List<Link> chosen) {
    /** One menu of the form. */
    record Menu(String label, String name, List<Item> items) {}

    record Item(String word, String label, boolean selected) {}

    static Choices of(Audit audit, Question question, String action, List<Facet> facets, boolean presence) {
        var menus = new ArrayList<Menu>();
        for (var facet : facets) {
            menus.add(menu(audit, question, facet));
            if (presence && facet == Facet.VALUE) menus.add(presence(question));
        }
        var kept = question.sort().isEmpty() ? List.<Parameter>of() : List.of(new Parameter("sort", question.sort()));
        return new Choices(action, textLabel(action), question.text(), menus, kept, chosen(audit, question, action));
    }

    private static String textLabel(String action) {
        return action.equals(Addresses.REFERENCES) || action.equals(Addresses.UNSURE)
                ? "Words in the sentence"
                : "Words in the title";
    }

    private static Menu presence(Question question) {
        var items = Stream.of(Presence.values())
                .map(presence -> new Item(
                        Words.of(presence),
                        presence(presence),
                        question.presence().filter(presence::equals).isPresent()))
                .toList();
        return new Menu("Presence", "presence", items);
    }

    private static String presence(Presence presence) {
        return switch (presence) {
            case AT_WORK -> "at work";
            case MENTIONED -> "mentioned, not at work";
            case SILENT -> "silent";
        };
    }

    private static Menu menu(Audit audit, Question question, Facet facet) {
        var items = words(audit, facet)
                .map(word -> new Item(
                        word, label(audit, facet, word), question.words(facet).contains(word)))
                .toList();
        return new Menu(Texts.name(facet), Words.of(facet), items);
    }

    private static Stream<String> words(Audit audit, Facet facet) {
        return switch (facet) {
            case VALUE ->
                audit.charter().values().stream().map(value -> value.id().text());
            case STANCE -> words(Stance.values());
            case EFFECT -> words(Effect.values());
            case ROLE -> words(Role.values());
            case ABOUT -> words(About.values());
            case SECTION -> words(Section.Kind.values());
            case TEAM -> found(audit, audited -> audited.metadata().team());
            case STATUS ->
                found(audit, audited -> Words.of(audited.metadata().status().normal()));
            case FORMAT -> found(audit, audited -> audited.recognition().format());
            case PERIOD -> found(audit, audited -> audited.metadata().quarter());
        };
    }

    private static Stream<String> words(Enum<?>[] words) {
        return Stream.of(words).map(Words::of);
    }

    private static Stream<String> found(Audit audit, Function<Audited, String> word) {
        return audit.all()
                .filter(entry -> entry.outcome() instanceof Audited)
                .map(entry -> word.apply((Audited) entry.outcome()))
                .filter(found -> !found.isBlank())
                .distinct()
                .sorted();
    }

    /** A word of a facet as a reader sees it: a value by its name. */
    static String label(Audit audit, Facet facet, String word) {
        return switch (facet) {
            case VALUE ->
                audit.charter().values().stream()
                        .filter(value -> value.id().text().equals(word))
                        .map(value -> value.name())
                        .findFirst()
                        .orElse(word);
            case TEAM, FORMAT, PERIOD -> word;
            case EFFECT -> word.equals("none") ? "no effect" : Texts.plain(word);
            case STANCE, ROLE, ABOUT, STATUS, SECTION -> Texts.plain(word);
        };
    }

    private static List<Link> chosen(Audit audit, Question question, String action) {
        var chosen = new ArrayList<Link>();
        if (!question.text().isEmpty())
            chosen.add(new Link(
                    "“" + question.text() + "”", question.asking("").at(1).address(action)));
        for (var facet : Facet.values())
            for (var word : question.words(facet))
                chosen.add(new Link(
                        Texts.name(facet) + ": " + label(audit, facet, word),
                        question.without(facet, word).address(action)));
        if (!question.gaveWay().isEmpty())
            chosen.add(new Link(
                    label(audit, Facet.VALUE, question.gaveWay()) + " gave way",
                    question.givingWay("").at(1).address(action)));
        question.presence()
                .ifPresent(presence -> chosen.add(
                        new Link(presence(presence), question.inAnyPresence().address(action))));
        question.period()
                .from()
                .ifPresent(day -> chosen.add(new Link(
                        "from " + day,
                        question.during(new Days(
                                        Optional.empty(), question.period().to()))
                                .at(1)
                                .address(action))));
        question.period()
                .to()
                .ifPresent(day -> chosen.add(new Link(
                        "to " + day,
                        question.during(new Days(question.period().from(), Optional.empty()))
                                .at(1)
                                .address(action))));
        return chosen;
    }
}
