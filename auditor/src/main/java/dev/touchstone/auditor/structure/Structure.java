package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.audit.Structuring;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Document.Outline;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Formats;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.Wording;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives every document the same structure: recognise its format, read its metadata, name its sections, find its options and
 * decisions, and say of each passage what its place gives away. The same input gives the same structure.
 */
public final class Structure implements Structuring {
    /** A longer line that begins like a topic has something said in it. */
    private static final int LONGEST_TOPIC = 100;

    private final Formats formats;

    public Structure(Formats formats) {
        this.formats = formats;
    }

    @Override
    public Document structure(Source source, String sha256, Extracted extracted) {
        var layout = Layout.of(extracted.content());
        var header = Header.of(layout, extracted.fields(), Outside.of(source), formats);
        var preliminary =
                Titles.of(source.path(), layout, header, formats.fallback().reading());
        var recognised = new Recognising(source.path(), preliminary.text(), layout, header).among(formats);
        var reading = recognised.format().reading();
        var labelled = labelled(layout, reading);
        if (!labelled.equals(layout)) header = Header.of(labelled, extracted.fields(), Outside.of(source), formats);
        var title = Titles.of(source.path(), labelled, header, reading);
        var chapters = Chapter.in(labelled, reading.units());
        var places = Place.all(labelled, reading, title.part(), tops(chapters));
        // What one of several decisions says of itself is not said of the document.
        var own = chapters.size() > 1 ? Place.all(labelled, reading, title.part(), Set.of()) : places;
        var metadata = new MetadataOf(labelled, header, own, reading, title).metadata();
        var body = chapters.isEmpty()
                ? body(labelled, header, places, reading, metadata)
                : new Chapters(labelled, places, reading, notLanguage(labelled, header, reading), chapters)
                        .body(metadata);
        // A folder of files decides nothing; what is in it does.
        var isContainer =
                body.outline().passages().isEmpty() && !extracted.parts().isEmpty();
        return new Document(
                source.path(),
                sha256,
                extracted,
                metadata,
                recognised.recognition(),
                body.outline(),
                isContainer ? List.of() : body.decisions());
    }

    /** Dates as their folder writes them, and relations with the paths of the records that they mean. */
    @Override
    public List<Document> together(List<Document> collection) {
        return Relations.resolve(new FolderDates(formats).settled(collection)).documents();
    }

    /** What a document says, without what is known about it. */
    record Body(Outline outline, List<Decision> decisions) {}

    private static Layout labelled(Layout layout, Reading reading) {
        return reading.labels().isEmpty() ? layout : Layout.of(Labels.asHeadings(layout.content(), reading.labels()));
    }

    private static Set<Integer> tops(List<Chapter> chapters) {
        return chapters.stream().map(Chapter::first).collect(Collectors.toSet());
    }

    private static Body body(Layout layout, Header header, List<Place> inherited, Reading reading, Metadata metadata) {
        var fate = Statuses.fate(metadata.status(), reading);
        var minutes = MinutesOf.in(layout, inherited, reading.units());
        var options = OptionsOf.in(layout, inherited, reading, metadata.title(), fate);
        var places = options.named(layout, inherited);
        var proposal = Statuses.proposal(metadata.status(), reading);
        var passages = new PassagesOf(
                        layout,
                        places,
                        notLanguage(layout, header, reading),
                        reading.language(),
                        options,
                        minutes.blocks(),
                        proposal)
                .all();
        var decisions = reading.units().rules().isEmpty()
                ? List.of(whole(layout, metadata.title(), options.options()))
                : minutes.decisions();
        return new Body(new Outline(sections(layout, places), passages), decisions);
    }

    /** Metadata, lines that only name the next matter, and what a template says to the writer, left in by mistake. */
    private static BitSet notLanguage(Layout layout, Header header, Reading reading) {
        var masked = (BitSet) header.masked().clone();
        Byline.in(layout, header).ifPresent(line -> masked.set(line.block()));
        var topics = reading.units().topics();
        for (var block = 0; block < layout.size(); block++) {
            var folded = layout.folded().get(block);
            if (Wording.any(reading.prompts(), folded)
                    || (folded.length() <= LONGEST_TOPIC && Wording.any(topics, folded))) masked.set(block);
        }
        return masked;
    }

    private static Decision whole(Layout layout, String title, List<Option> options) {
        return new Decision(
                Decision.Id.of(1), title, new Span(0, layout.content().text().length()), options);
    }

    static List<Section> sections(Layout layout, List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(index -> {
                    var part = layout.parts().get(index);
                    return new Section(places.get(index).kind(), part.name(), part.level(), layout.span(index));
                })
                .toList();
    }
}
