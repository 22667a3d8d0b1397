package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Clue;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is known about a document beside its text, each field from its strongest source: the manifest, then the document and
 * its sidecar, then the file's name, its folder and its date.
 */
record MetadataOf(Layout layout, Header header, List<Place> places, Reading reading, Titles title) {
    /** A date in the file's name was put there on purpose; one among an office file's properties was not. */
    private static final List<Origin> DATES = List.of(
            Origin.MANIFEST,
            Origin.HEADER,
            Origin.SIDECAR,
            Origin.TEXT,
            Origin.FILE_NAME,
            Origin.FOLDER,
            Origin.PROPERTIES,
            Origin.FILE_DATE);

    Metadata metadata() {
        var origins = new LinkedHashMap<String, Origin>();
        origins.put("title", title.origin());
        var status = status(origins);
        return new Metadata(
                title.text(),
                date(origins),
                strongest(FieldRole.TEAM)
                        .map(field ->
                                noted("team", field, origins).value().strip().replaceFirst("^[~#]", ""))
                        .orElse(""),
                status,
                authors(origins),
                relations(),
                origins);
    }

    private Status status(Map<String, Origin> origins) {
        return strongest(FieldRole.STATUS)
                .map(field -> Statuses.of(noted("status", field, origins).value(), reading))
                .orElse(Status.NONE);
    }

    private Optional<LocalDate> date(Map<String, Origin> origins) {
        record Dated(int rank, Origin origin, LocalDate date) {}
        var custom =
                DateText.custom(all().flatMap(entry -> DateText.in(entry.field().value()).stream())
                        .toList());
        var stated = entries(FieldRole.DATE)
                .flatMap(entry -> DateText.in(entry.field().value(), custom).stream()
                        .map(date -> new Dated(
                                2 * DATES.indexOf(entry.field().origin()),
                                entry.field().origin(),
                                date.date())));
        // When it was last changed tells less than a date in the file's name, more than the file's own date.
        var changed = entries(FieldRole.MODIFIED)
                .flatMap(entry -> DateText.in(entry.field().value(), custom).stream()
                        .map(date -> new Dated(
                                2 * DATES.indexOf(Origin.FILE_NAME) + 1,
                                entry.field().origin(),
                                date.date())));
        var inTitle = DateText.in(title.text(), custom).stream()
                .map(date -> new Dated(2 * DATES.indexOf(Origin.TEXT), Origin.TEXT, date.date()));
        var byline = Byline.in(layout, header).stream()
                .map(line -> new Dated(
                        2 * DATES.indexOf(Origin.TEXT), Origin.TEXT, line.date().date()));
        return Stream.of(stated, changed, inTitle, byline)
                .flatMap(dates -> dates)
                .min(Comparator.comparingInt(Dated::rank))
                .map(dated -> {
                    origins.put("date", dated.origin());
                    return dated.date();
                });
    }

    /** Everyone that the strongest source names: kept for access and minimum sizes, never scored. */
    private List<String> authors(Map<String, Origin> origins) {
        var source = strongest(FieldRole.AUTHORS);
        if (source.isEmpty()) return List.of();
        var origin = noted("authors", source.get(), origins).origin();
        return entries(FieldRole.AUTHORS)
                .map(Header.Entry::field)
                .filter(field -> field.origin() == origin)
                .flatMap(field -> Arrays.stream(field.value().split("[,;\\n]| and | & ")))
                .map(author -> author.replaceAll("<[^>]*>?|\\([^)]*\\)?", "")
                        .replaceAll("[\\s*]+", " ")
                        .strip())
                .filter(author -> !author.isEmpty())
                .distinct()
                .toList();
    }

    private List<Relation> relations() {
        var relations = new ArrayList<Relation>();
        Stated.in(layout, entries(FieldRole.STATUS).toList(), statusBlocks()).forEach(relations::add);
        for (var kind : Relation.Kind.values())
            entries(role(kind))
                    .flatMap(entry -> Stated.targets(layout, entry).stream())
                    .map(target -> new Relation(kind, target))
                    .forEach(relations::add);
        return relations.stream().distinct().toList();
    }

    private static FieldRole role(Relation.Kind kind) {
        return switch (kind) {
            case SUPERSEDES -> FieldRole.SUPERSEDES;
            case SUPERSEDED_BY -> FieldRole.SUPERSEDED_BY;
            case AMENDS -> FieldRole.AMENDS;
            case AMENDED_BY -> FieldRole.AMENDED_BY;
        };
    }

    private List<Span> statusBlocks() {
        return sections(FieldRole.STATUS)
                .flatMap(part -> layout.content().blocks().subList(part.first(), part.end()).stream())
                .map(block -> block.span())
                .toList();
    }

    private Optional<Field> strongest(FieldRole role) {
        return entries(role)
                .map(Header.Entry::field)
                .filter(field -> !field.value().isBlank())
                .min(Comparator.comparing(Field::origin));
    }

    private static Field noted(String name, Field field, Map<String, Origin> origins) {
        origins.put(name, field.origin());
        return field;
    }

    private Stream<Header.Entry> entries(FieldRole role) {
        return all(role).filter(entry -> !entry.field().value().isBlank());
    }

    private Stream<Header.Entry> all() {
        return Arrays.stream(FieldRole.values()).flatMap(this::all);
    }

    private Stream<Header.Entry> all(FieldRole role) {
        var stated = reading.names(role).stream()
                .flatMap(name ->
                        header.entries().stream().filter(entry -> entry.name().equals(name)));
        return Stream.of(stated, sections(role).flatMap(part -> values(part, role)), history(role))
                .flatMap(entries -> entries);
    }

    /** The last line of a history, which says what became of the document and when. */
    private Stream<Header.Entry> history(FieldRole role) {
        if (role != FieldRole.STATUS && role != FieldRole.DATE) return Stream.empty();
        return IntStream.range(0, places.size())
                .filter(index -> places.get(index).own() && places.get(index).part() instanceof Part.History)
                .mapToObj(layout.parts()::get)
                .filter(part -> part.first() < part.end())
                .map(part -> value(part, layout.block(part.end() - 1)));
    }

    /** The parts whose heading is the name of a field. */
    private Stream<Layout.Part> sections(FieldRole role) {
        return Stream.iterate(0, index -> index < places.size(), index -> index + 1)
                .filter(index -> places.get(index).own()
                        && places.get(index).part() instanceof Part.Value(var held)
                        && held == role)
                .map(layout.parts()::get);
    }

    private Stream<Header.Entry> values(Layout.Part part, FieldRole role) {
        var told = part.told();
        if (told.isPresent()) return Stream.of(entry(part, told.get(), layout.block(part.heading())));
        var blocks = layout.content().blocks().subList(part.first(), part.end()).stream();
        return (role == FieldRole.AUTHORS ? blocks : blocks.limit(1)).map(block -> value(part, block));
    }

    private Header.Entry value(Layout.Part part, Block block) {
        var line = block.span().of(layout.content().text()).lines().findFirst().orElse("");
        return entry(part, line, block);
    }

    private static Header.Entry entry(Layout.Part part, String value, Block block) {
        return Header.Entry.of(new Field(part.name(), value, Origin.TEXT), Clue.Place.ANYWHERE, block.span());
    }
}
