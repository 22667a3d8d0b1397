package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.auditor.search.Hit;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.HomeSearch;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.SearchForm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds passages and the values at work in them, across all records of a home.",
        footer = {
            "",
            "QUERY: words, \"a phrase\", AND OR NOT ( ), title:word, word~ and word*; \"\" asks for all that the options leave.",
            "",
            "Examples:",
            "  touchstone search \"audit log\" --home home --value openness --role reason",
            "  touchstone search \"\" --home home --value candour --effect given_up --team payments --from 2024-01-01"
        })
final class SearchCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Parameters(arity = "1", paramLabel = "QUERY", description = "What to look for.")
    private String query;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home to search.")
    private Path home;

    @Option(names = "--value", paramLabel = "ID", description = "Only references to this value; may be repeated.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--stance", paramLabel = "WORD", description = "upholds, compromises or neutral.")
    private List<String> stances = new ArrayList<>();

    @Option(names = "--effect", paramLabel = "WORD", description = "served, given_up, motivates or none.")
    private List<String> effects = new ArrayList<>();

    @Option(names = "--role", paramLabel = "WORD", description = "reason, behaviour or declaration.")
    private List<String> roles = new ArrayList<>();

    @Option(names = "--team", paramLabel = "NAME", description = "Only documents of this team; may be repeated.")
    private List<String> teams = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only documents from this day on.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DAY", converter = Day.class, description = "Only documents up to this day.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "How many passages to show (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "Print the results as one JSON document and nothing else.")
    private boolean json;

    SearchCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var folder = new HomeFolder(home);
        folder.check();
        var asked = new SearchQuery(query, filters(), new Days(from, to), 0, limit);
        try (var opened = parts.get();
                var search = HomeSearch.open(folder, opened)) {
            checkValues(search.charter());
            var page = search.search(asked);
            if (json) terminal.out().print(Json.text(SearchForm.of(page, 1)));
            else show(page);
        }
    }

    private void checkValues(Charter charter) {
        var known = charter.values().stream().map(value -> value.id().text()).toList();
        for (var value : values)
            if (!known.contains(value))
                throw new BadInput(
                        "--value: the charter has no value '%s'; it has %s".formatted(value, String.join(", ", known)));
    }

    private Map<Facet, List<String>> filters() {
        var filters = new EnumMap<Facet, List<String>>(Facet.class);
        filters.put(Facet.VALUE, values);
        filters.put(Facet.STANCE, stances);
        filters.put(Facet.EFFECT, effects);
        filters.put(Facet.ROLE, roles);
        filters.put(Facet.TEAM, teams);
        return filters;
    }

    private void show(SearchPage page) {
        terminal.print("%d passages in %d documents".formatted(page.total(), page.documents()));
        for (var hit : page.hits()) show(hit);
    }

    private void show(Hit hit) {
        var place = hit.place();
        terminal.print("");
        terminal.print(place.path()
                + (place.page() > 0 ? " page " + place.page() : "")
                + (place.section().isEmpty() ? "" : " - " + place.section())
                + hit.date().map(day -> " (" + day + ")").orElse(""));
        terminal.print("  " + hit.text().replaceAll("\\s+", " ").strip());
        for (var reference : hit.references())
            terminal.print("  > %s: %s, %s, %s"
                    .formatted(reference.value(), reference.stance(), reference.effect(), reference.role()));
    }
}
