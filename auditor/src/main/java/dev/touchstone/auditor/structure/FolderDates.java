package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.format.Formats;
import dev.touchstone.auditor.structure.DateText.Proof;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates with slashes are day first unless their folder proves otherwise: one 11/14/2024 beside it shows how 02/03/2024 is
 * meant.
 */
record FolderDates(Formats formats) {
    private static final Pattern SLASHED = Pattern.compile("[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}");
    private static final int HEAD = 4_000;

    List<Document> settled(List<Document> documents) {
        var dates = new HashMap<Document, List<DateText>>();
        var byFolder = new HashMap<String, List<DateText>>();
        for (var document : documents) {
            if (!isSlashed(document)) continue;
            var stated = stated(document);
            dates.put(document, stated);
            byFolder.computeIfAbsent(folder(document), _ -> new ArrayList<>()).addAll(stated);
        }
        return documents.stream()
                .map(document -> dates.containsKey(document)
                                && DateText.custom(byFolder.getOrDefault(folder(document), List.of()))
                                        == Proof.MONTH_FIRST
                        ? monthFirst(document, dates)
                        : document)
                .toList();
    }

    private static boolean isSlashed(Document document) {
        var origin = document.metadata().origins().get("date");
        if (origin != Origin.HEADER && origin != Origin.TEXT) return false;
        var text = document.text();
        return SLASHED.matcher(text.substring(0, Math.min(HEAD, text.length()))).find()
                || document.extracted().fields().stream()
                        .anyMatch(field -> SLASHED.matcher(field.value()).find());
    }

    private List<DateText> stated(Document document) {
        var layout = Layout.of(document.extracted().content());
        return Header.of(layout, document.extracted().fields(), List.of(), formats).entries().stream()
                .flatMap(entry -> DateText.in(entry.field().value()).stream())
                .filter(DateText::slashed)
                .toList();
    }

    private static Document monthFirst(Document document, Map<Document, List<DateText>> dates) {
        var old = document.metadata().date();
        return dates.getOrDefault(document, List.of()).stream()
                .filter(DateText::ambiguous)
                .map(DateText::date)
                .filter(date -> old.filter(date::equals).isPresent())
                .findFirst()
                .map(date -> with(document, LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())))
                .orElse(document);
    }

    private static Document with(Document document, LocalDate date) {
        var old = document.metadata();
        return document.with(new Metadata(
                old.title(),
                Optional.of(date),
                old.team(),
                old.status(),
                old.authors(),
                old.relations(),
                old.origins()));
    }

    private static String folder(Document document) {
        return document.path().substring(0, document.path().lastIndexOf('/') + 1);
    }
}
