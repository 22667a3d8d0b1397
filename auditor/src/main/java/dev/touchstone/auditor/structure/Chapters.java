package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.decision.Document.Outline;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A document with a chapter for each decision. Every chapter is read as a record of its own, with its own state and options;
 * what stands between chapters belongs to none.
 */
record Chapters(Layout layout, List<Place> places, Reading reading, BitSet masked, List<Chapter> chapters) {
    private static final OptionsOf NONE = new OptionsOf(List.of(), Map.of(), Map.of());

    /** @param metadata of the document, whose state a chapter has that says nothing of its own */
    Structure.Body body(Metadata metadata) {
        var passages = new ArrayList<Passage>();
        var decisions = new ArrayList<Decision>();
        var named = new ArrayList<>(places);
        var next = 0;
        for (var chapter : chapters) {
            if (chapter.first() < next) continue;
            passages.addAll(passages(places, NONE, metadata.status()).in(next, chapter.first()));
            var status = status(chapter, metadata.status());
            var inside = within(chapter);
            var options = OptionsOf.in(layout, inside, reading, chapter.title(), Statuses.fate(status, reading));
            var own = options.named(layout, inside);
            passages.addAll(passages(own, options, status).in(chapter.first(), chapter.end()));
            for (var part = chapter.first(); part < chapter.end(); part++) named.set(part, own.get(part));
            decisions.add(new Decision(
                    Decision.Id.of(decisions.size() + 1), chapter.title(), chapter.span(layout), options.options()));
            next = chapter.end();
        }
        passages.addAll(passages(places, NONE, metadata.status()).in(next, places.size()));
        return new Structure.Body(new Outline(Structure.sections(layout, named), passages), decisions);
    }

    private PassagesOf passages(List<Place> where, OptionsOf options, Status status) {
        return new PassagesOf(
                layout, where, masked, reading.language(), options, Map.of(), Statuses.proposal(status, reading));
    }

    /** The places as one chapter sees them: others have no options for it. */
    private List<Place> within(Chapter chapter) {
        return IntStream.range(0, places.size())
                .mapToObj(part ->
                        chapter.has(part) ? places.get(part) : places.get(part).apart())
                .toList();
    }

    private Status status(Chapter chapter, Status otherwise) {
        for (var index = chapter.first(); index < chapter.end(); index++) {
            var part = layout.parts().get(index);
            var place = places.get(index);
            if (!place.own() || !(place.part() instanceof Part.Value(var role)) || role != FieldRole.STATUS) continue;
            var told = part.told();
            if (told.isPresent()) return Statuses.of(told.get(), reading);
            if (part.first() < part.end()) return Statuses.of(layout.text(part.first()), reading);
        }
        return otherwise;
    }
}
