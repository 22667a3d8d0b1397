package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Recognition;
import dev.touchstone.auditor.format.Clue;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.format.Formats;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the format of a document: the ways of all formats are tried in order, and the first whose clues are
 * all there tells.
 *
 * @param path relative to the folder given
 * @param title as far as it is known before the format is
 */
record Recognising(String path, String title, Layout layout, Header header) {
    /** A format and what gave it away. */
    record Recognised(Format format, Recognition recognition) {}

    Recognised among(Formats formats) {
        for (var trial : formats.trials()) {
            var reasons = reasons(trial.way().clues());
            if (reasons.isPresent())
                return new Recognised(
                        trial.format(), new Recognition(trial.format().id(), reasons.get()));
        }
        var none = new Recognition(formats.fallback().id(), List.of("nothing gives another format away"));
        return new Recognised(formats.fallback(), none);
    }

    private Optional<List<String>> reasons(List<Clue> way) {
        var reasons = new ArrayList<String>();
        for (var clue : way) {
            var reason = reason(clue);
            if (reason.isEmpty()) return Optional.empty();
            reasons.add(reason.get());
        }
        return Optional.of(reasons);
    }

    private Optional<String> reason(Clue clue) {
        return switch (clue) {
            case Clue.HasField field -> field(field);
            case Clue.HasHeading(var wordings) ->
                layout.parts().stream()
                        .filter(part -> part.heading() >= 0 && Wording.any(wordings, part.folded()))
                        .findFirst()
                        .map(part -> "there is a heading \"%s\"".formatted(part.name()));
            case Clue.HasLabel(var wordings) ->
                Labels.first(layout.content(), wordings).map("a section begins with the label \"%s\""::formatted);
            case Clue.BeginsWithHeading(var wordings) ->
                firstSection()
                        .filter(part -> Wording.any(wordings, part.folded()))
                        .map(part -> "the first heading is \"%s\"".formatted(part.name()));
            case Clue.HasTitle(var wordings) ->
                wording(wordings, Folded.of(title), "the title reads \"%s\""::formatted);
            case Clue.HasText(var wordings) ->
                layout.folded().stream()
                        .flatMap(text -> wording(wordings, text, "the text reads \"%s\""::formatted).stream())
                        .findFirst();
            case Clue.InFolder(var wordings) ->
                Arrays.stream(folders())
                        .filter(folder -> Wording.any(wordings, Folded.name(folder)))
                        .findFirst()
                        .map("it lies in a folder \"%s\""::formatted);
            case Clue.DatedTitle _ -> DateText.in(title).map(date -> "the title has the date " + date.date());
            case Clue.DatedFileName _ ->
                DateText.in(fileName())
                        .filter(_ -> Character.isDigit(fileName().charAt(0)))
                        .map(date -> "the file's name begins with the date " + date.date());
        };
    }

    private Optional<String> field(Clue.HasField clue) {
        return header.entries().stream()
                .filter(entry -> clue.place() == Clue.Place.ANYWHERE || entry.place() == clue.place())
                .filter(entry -> clue.names().contains(entry.name()))
                .findFirst()
                .map(entry -> where(entry.place()) + " has " + entry.field().name());
    }

    private static String where(Clue.Place place) {
        return switch (place) {
            case FRONT_MATTER -> "the header";
            case HEADER_LIST -> "the list at the head";
            case SIDECAR -> "the file beside it";
            case ANYWHERE -> "the metadata";
        };
    }

    private static Optional<String> wording(
            List<Wording> wordings, String folded, Function<? super Wording, String> reason) {
        return wordings.stream()
                .filter(wording -> wording.matches(folded))
                .findFirst()
                .map(reason);
    }

    /** The first heading that is not the title. */
    private Optional<Layout.Part> firstSection() {
        return layout.parts().stream()
                .filter(part -> part.heading() >= 0 && !part.name().equals(title))
                .findFirst();
    }

    private String[] folders() {
        var end = path.lastIndexOf('/');
        return end < 0 ? new String[0] : path.substring(0, end).split("/");
    }

    private String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
