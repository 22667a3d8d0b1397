package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.web.browse.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Passages that answer a query, and the ways to narrow it.
 *
 * @param hint what to do first, where nothing has been asked yet
 * @param message what is to be said instead of results: nothing found, or what of the query cannot be understood
 */
record ResultsPage(
        Frame frame,
        Form form,
        String found,
        String hint,
        String message,
        List<Narrowing> facets,
        List<Result> results,
        Pager pager) {
    static final int SIZE = 20;

    private static final String NOTHING_YET = "There is nothing to search yet. Upload documents first.";

    private static final int WORDS_SHOWN = 12;

    /**
     * What was asked.
     *
     * @param kept filters that go on holding when the words change
     */
    record Form(String text, String from, String to, List<Question.Parameter> kept, List<Link> chosen) {}

    /** The words of one facet. */
    record Narrowing(String name, List<Word> words) {}

    record Word(Link link, String count, boolean chosen) {}

    record Result(Link title, String particulars, List<Snippet> snippets, List<Badge> badges) {}

    /** A run of a passage's text; a hit is of the words looked for. */
    record Snippet(String text, boolean hit) {}

    /** A reference in the passage. */
    record Badge(String value, Label label, String role, String href) {}

    static ResultsPage of(Reader reader, Audit audit, Question question, SearchPage page) {
        var asked = !question.text().isEmpty();
        var results = page.hits().stream().map(hit -> result(audit, asked, hit)).toList();
        return new ResultsPage(
                Frame.of(reader, audit, "Search", Addresses.SEARCH),
                form(audit, question),
                "%s in %s".formatted(Numbers.of(page.total(), "passage"), Numbers.of(page.documents(), "document")),
                page.total() == 0 && question.equals(Question.ALL) ? NOTHING_YET : "",
                page.total() == 0 && !question.equals(Question.ALL) ? "Nothing in the records answers this." : "",
                narrowings(audit, question, page),
                results,
                Pager.of(
                        results.isEmpty() ? 0 : (question.page() - 1) * SIZE + 1,
                        results.isEmpty() ? 0 : (question.page() - 1) * SIZE + results.size(),
                        page.total(),
                        question.page(),
                        SIZE,
                        Addresses.SEARCH,
                        question));
    }

    /** The page for a query that cannot be understood. */
    static ResultsPage misunderstood(Reader reader, Audit audit, Question question, String message) {
        return new ResultsPage(
                Frame.of(reader, audit, "Search", Addresses.SEARCH),
                form(audit, question),
                "",
                "",
                message,
                List.of(),
                List.of(),
                new Pager("", "", ""));
    }

    private static Form form(Audit audit, Question question) {
        var kept = question.parameters().stream()
                .filter(parameter -> !List.of("q", "from", "to", "page").contains(parameter.name()))
                .toList();
        return new Form(
                question.text(),
                question.period().from().map(Object::toString).orElse(""),
                question.period().to().map(Object::toString).orElse(""),
                kept,
                Choices.of(audit, question, Addresses.SEARCH, List.of(), false).chosen());
    }

    private static List<Narrowing> narrowings(Audit audit, Question question, SearchPage page) {
        return Stream.of(Facet.values())
                .filter(facet -> !page.facets().getOrDefault(facet, List.of()).isEmpty())
                .map(facet -> new Narrowing(Texts.name(facet), words(audit, question, page, facet)))
                .toList();
    }

    private static List<Word> words(Audit audit, Question question, SearchPage page, Facet facet) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .filter(count -> !count.word().isBlank())
                .limit(WORDS_SHOWN)
                .map(count -> {
                    var chosen = question.words(facet).contains(count.word());
                    var next = chosen ? question.without(facet, count.word()) : question.with(facet, count.word());
                    return new Word(
                            new Link(Choices.label(audit, facet, count.word()), next.address(Addresses.SEARCH)),
                            Numbers.whole(count.count()),
                            chosen);
                })
                .toList();
    }

    private static Result result(Audit audit, boolean asked, Hit hit) {
        var place = hit.place();
        var href = hit.references().isEmpty()
                ? Addresses.passage(place.path(), place.span())
                : Addresses.reference(place.path(), hit.references().getFirst().number());
        var particulars = Stream.of(
                        Texts.team(hit.team()),
                        Texts.day(hit.date()),
                        Quotation.place(place.section(), place.page()),
                        asked && hit.highlights().isEmpty() ? "found by its meaning" : "")
                .filter(part -> !part.isEmpty())
                .toList();
        return new Result(
                new Link(hit.title().isBlank() ? place.path() : hit.title(), href),
                String.join(" · ", particulars),
                snippets(hit.text(), hit.highlights()),
                hit.references().stream()
                        .map(referring -> badge(audit, place.path(), referring))
                        .toList());
    }

    private static Badge badge(Audit audit, String path, Hit.Referring referring) {
        return new Badge(
                Choices.label(audit, Facet.VALUE, referring.value()),
                label(referring),
                referring.role().equals("declaration") ? "" : referring.role(),
                Addresses.reference(path, referring.number()));
    }

    private static Label label(Hit.Referring referring) {
        if (referring.role().equals("declaration")) return Label.DECLARED;
        return Label.of(dev.touchstone.auditor.reference.Effect.valueOf(
                referring.effect().toUpperCase(Locale.ROOT)));
    }

    private static List<Snippet> snippets(String text, List<Span> highlights) {
        var snippets = new ArrayList<Snippet>();
        var start = 0;
        for (var highlight : highlights) {
            if (highlight.start() > start) snippets.add(new Snippet(text.substring(start, highlight.start()), false));
            snippets.add(new Snippet(highlight.of(text), true));
            start = highlight.end();
        }
        if (start < text.length()) snippets.add(new Snippet(text.substring(start), false));
        return snippets;
    }
}
