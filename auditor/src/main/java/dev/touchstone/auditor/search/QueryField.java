package dev.touchstone.auditor.search;

import dev.touchstone.auditor.search.Condition.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can stand before a colon in a query. */
enum QueryField {
    TITLE,
    TEAM,
    SECTION,
    DECISION,
    PATH,
    VALUE,
    STANCE,
    EFFECT,
    ROLE,
    ABOUT,
    STATUS,
    FORMAT,
    DATE;

    /** What a field's word is compared with. */
    sealed interface Kind {
        record Text(Place place) implements Kind {}

        record Word(Facet facet) implements Kind {}

        record Day() implements Kind {}
    }

    Kind kind() {
        return switch (this) {
            case TITLE -> new Kind.Text(Place.TITLE);
            case TEAM -> new Kind.Text(Place.TEAM);
            case SECTION -> new Kind.Text(Place.SECTION);
            case DECISION -> new Kind.Text(Place.DECISION);
            case PATH -> new Kind.Text(Place.PATH);
            case VALUE -> new Kind.Word(Facet.VALUE);
            case STANCE -> new Kind.Word(Facet.STANCE);
            case EFFECT -> new Kind.Word(Facet.EFFECT);
            case ROLE -> new Kind.Word(Facet.ROLE);
            case ABOUT -> new Kind.Word(Facet.ABOUT);
            case STATUS -> new Kind.Word(Facet.STATUS);
            case FORMAT -> new Kind.Word(Facet.FORMAT);
            case DATE -> new Kind.Day();
        };
    }

    static QueryField of(QueryToken token) {
        var name = token.text().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> Facet.word(field).equals(name))
                .findFirst()
                .orElseThrow(() -> token.wrong("there is no field " + token.text() + ":; the fields are " + names()
                        + ". To search for the text itself put it in quotation marks"));
    }

    private static String names() {
        return Arrays.stream(values()).map(Facet::word).collect(Collectors.joining(", "));
    }
}
