package dev.touchstone.web.browse;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.auditor.search.Facet;
import dev.touchstone.web.json.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader asks of the decisions, references or passages of an audit: one form for every list, page and API alike.
 * <pre>
 * /references?value=candour&amp;role=reason&amp;team=Platform&amp;page=2
 * Question("", {VALUE: [candour], ROLE: [reason], TEAM: [Platform]}, …, page 2)
 * </pre>
 *
 * @param filters for each facet the words of which one must hold
 * @param presence how one of the values asked for must be there in a decision
 * @param gaveWay id of the value that gave way in a trade-off; empty for any
 * @param period first and last day, both inclusive
 * @param sort a word that the list knows; empty for its own order
 * @param page from 1
 */
public record Question(
        String text,
        Map<Facet, List<String>> filters,
        Optional<Presence> presence,
        String gaveWay,
        Days period,
        String sort,
        int page) {
    public static final Question ALL = new Question("", Map.of(), Optional.empty(), "", Days.ANY, "", 1);

    private static final int LAST_PAGE = 100_000;

    public Question {
        var copy = new EnumMap<Facet, List<String>>(Facet.class);
        filters.forEach((facet, words) -> {
            if (!words.isEmpty()) copy.put(facet, List.copyOf(words));
        });
        filters = Map.copyOf(copy);
        if (page < 1) throw new BadInput("page: pages count from 1");
    }

    /**
     * Reads the parameters of an address. Empty ones, as a form sends them, ask for nothing.
     *
     * @throws BadInput when one is unknown or cannot be understood
     */
    public static Question parse(Map<String, List<String>> parameters) {
        var question = ALL;
        for (var parameter : parameters.entrySet())
            for (var word : parameter.getValue())
                if (!word.isBlank() && !parameter.getKey().equals("page"))
                    question = question.and(parameter.getKey(), word.strip());
        // Last, because every other change of a question starts at its first page.
        for (var word : parameters.getOrDefault("page", List.of())) question = question.at(number(word));
        return question;
    }

    private Question and(String name, String word) {
        return switch (name) {
            case "q" -> asking(word);
            case "presence" -> new Question(text, filters, Optional.of(presence(word)), gaveWay, period, sort, page);
            case "gave_way" -> givingWay(word);
            case "from" -> during(new Days(Optional.of(day(name, word)), period.to()));
            case "to" -> during(new Days(period.from(), Optional.of(day(name, word))));
            case "sort" -> new Question(text, filters, presence, gaveWay, period, word, page);
            default -> with(facet(name), known(facet(name), word));
        };
    }

    private static Presence presence(String word) {
        return Stream.of(Presence.values())
                .filter(presence -> Words.of(presence).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("presence: at_work, mentioned or silent, not " + word));
    }

    private static LocalDate day(String name, String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeParseException notADay) {
            throw new BadInput(name + ": a day is written 2024-05-31, not " + word);
        }
    }

    private static int number(String word) {
        try {
            return Math.min(Integer.parseInt(word), LAST_PAGE);
        } catch (NumberFormatException notANumber) {
            throw new BadInput("page: a whole number from 1, not " + word);
        }
    }

    private static Facet facet(String name) {
        return Stream.of(Facet.values())
                .filter(facet -> Words.of(facet).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "there is no filter %s; there are %s, q, presence, gave_way, from, to, sort and page"
                                .formatted(
                                        name,
                                        Stream.of(Facet.values()).map(Words::of).collect(Collectors.joining(", ")))));
    }

    /** A word of a closed facet must be one of its own; what stands in teams, formats and quarters only an audit knows. */
    private static String known(Facet facet, String word) {
        if (!facet.words().isEmpty() && !facet.words().contains(word))
            throw new BadInput("%s: there is no '%s'; it is one of %s"
                    .formatted(Words.of(facet), word, String.join(", ", facet.words())));
        return word;
    }

    /**
     * The question itself, when the charter has every value that it names.
     *
     * @throws BadInput when it lacks one, with those that it has
     */
    public Question about(Charter charter) {
        var known = charter.values().stream().map(value -> value.id().text()).toList();
        Stream.concat(words(Facet.VALUE).stream(), Stream.of(gaveWay).filter(value -> !value.isEmpty()))
                .filter(value -> !known.contains(value))
                .findFirst()
                .ifPresent(value -> {
                    throw new BadInput("value: the charter has no value '%s'; it has %s"
                            .formatted(value, String.join(", ", known)));
                });
        return this;
    }

    public Question asking(String words) {
        return new Question(words, filters, presence, gaveWay, period, sort, page);
    }

    /** With the value that gave way. */
    public Question givingWay(String value) {
        return new Question(text, filters, presence, value, period, sort, page);
    }

    public Question during(Days days) {
        return new Question(text, filters, presence, gaveWay, days, sort, page);
    }

    public Question at(int number) {
        return new Question(text, filters, presence, gaveWay, period, sort, number);
    }

    /** In another order, from the first page. */
    public Question sorted(String order) {
        return new Question(text, filters, presence, gaveWay, period, order, 1);
    }

    /** Without the condition on how a value is there. */
    public Question inAnyPresence() {
        return new Question(text, filters, Optional.empty(), gaveWay, period, sort, 1);
    }

    public Question being(Presence wanted) {
        return new Question(text, filters, Optional.of(wanted), gaveWay, period, sort, 1);
    }

    /** With one word more in a facet, from the first page. */
    public Question with(Facet facet, String word) {
        if (words(facet).contains(word)) return this;
        return replacing(
                facet, Stream.concat(words(facet).stream(), Stream.of(word)).toList());
    }

    /** Without one word of a facet, from the first page. */
    public Question without(Facet facet, String word) {
        return replacing(
                facet,
                words(facet).stream().filter(other -> !other.equals(word)).toList());
    }

    private Question replacing(Facet facet, List<String> words) {
        var changed = new EnumMap<Facet, List<String>>(Facet.class);
        changed.putAll(filters);
        changed.put(facet, words);
        return new Question(text, changed, presence, gaveWay, period, sort, 1);
    }

    /** The words asked for in a facet; none asks for all. */
    public List<String> words(Facet facet) {
        return filters.getOrDefault(facet, List.of());
    }

    /** Whether a facet leaves a word in. */
    boolean admits(Facet facet, String word) {
        var words = words(facet);
        return words.isEmpty() || words.stream().anyMatch(wanted -> wanted.equalsIgnoreCase(word));
    }

    /** Whether a title answers to the words asked for. */
    boolean admitsTitle(String title) {
        var lower = title.toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(lower::contains);
    }

    /** The address of a list with this question, its parameters in a fixed order. */
    public String address(String path) {
        var parameters = parameters().stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.word(), StandardCharsets.UTF_8))
                .toList();
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    /** The question as parameters, in a fixed order. */
    public List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        if (!text.isEmpty()) parameters.add(new Parameter("q", text));
        for (var facet : Facet.values())
            for (var word : words(facet)) parameters.add(new Parameter(Words.of(facet), word));
        presence.ifPresent(wanted -> parameters.add(new Parameter("presence", Words.of(wanted))));
        if (!gaveWay.isEmpty()) parameters.add(new Parameter("gave_way", gaveWay));
        period.from().ifPresent(day -> parameters.add(new Parameter("from", day.toString())));
        period.to().ifPresent(day -> parameters.add(new Parameter("to", day.toString())));
        if (!sort.isEmpty()) parameters.add(new Parameter("sort", sort));
        if (page > 1) parameters.add(new Parameter("page", Integer.toString(page)));
        return parameters;
    }

    /** One parameter of an address, not yet encoded. */
    public record Parameter(String name, String word) {}
}
