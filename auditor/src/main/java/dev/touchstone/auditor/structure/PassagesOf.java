package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Passage;
import dev.touchstone.auditor.decision.Standing;
import dev.touchstone.auditor.decision.Standing.About;
import dev.touchstone.auditor.decision.Standing.Argument;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Link;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.FieldRole;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Language;
import dev.touchstone.auditor.format.SectionRule.Part;
import dev.touchstone.auditor.format.SectionRule.Subject;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The blocks that are language, each with what its place gives away.
 *
 * @param options of the record, and the options of single blocks (those of lists of options, the verdicts of minutes)
 * @param proposal what a passage about the record's own proposal is about
 */
record PassagesOf(
        Layout layout,
        List<Place> places,
        BitSet masked,
        Language language,
        OptionsOf options,
        Map<Integer, Option> verdicts,
        About proposal) {
    /** A cell with fewer words is a name or a number. */
    private static final int WORDS_OF_A_CELL = 4;
    /** A label is short: "Pros", "Negative consequences". */
    private static final int WORDS_OF_A_LABEL = 5;

    List<Passage> all() {
        return in(0, places.size());
    }

    /** Those of the parts from {@code first} up to {@code end}. */
    List<Passage> in(int first, int end) {
        var passages = new ArrayList<Passage>();
        var contents = layout.content().links().stream()
                .filter(link -> link.target().startsWith("#"))
                .map(Link::span)
                .collect(Collectors.toSet());
        for (var index = first; index < end; index++) new InPart(index, contents, passages).run();
        return List.copyOf(passages);
    }

    /** Walks through one part, remembering the last label. */
    private final class InPart {
        private final int index;
        private final Place place;
        private final Set<Span> contents;
        private final List<Passage> passages;
        private Argument label = Argument.NONE;
        /** Depth of the list item that the label is, 0 for a label between blocks. */
        private int labelLevel;

        private boolean labelledList;

        InPart(int index, Set<Span> contents, List<Passage> passages) {
            this.index = index;
            this.place = places.get(index);
            this.contents = contents;
            this.passages = passages;
        }

        void run() {
            var part = layout.parts().get(index);
            var first = switch (place.part()) {
                case Part.Apparatus _, Part.History _ -> part.end();
                case Part.Value(var role) -> place.own() ? afterValue(part, role) : part.first();
                case Part.Text _, Part.Options _, Part.Columns _, Part.Rejected _, Part.Outcome _ -> part.first();
            };
            for (var block = first; block < part.end(); block++) {
                switch (layout.block(block).kind()) {
                    case TABLE_CELL -> block = table(block, part.end()) - 1;
                    case PARAGRAPH, LIST_ITEM -> words(block);
                    case HEADING, CODE, QUOTATION -> {}
                }
            }
        }

        private static int afterValue(Layout.Part part, FieldRole role) {
            if (part.told().isPresent()) return part.first();
            return isLine(role) ? part.first() + 1 : part.end();
        }

        private static boolean isLine(FieldRole role) {
            return role == FieldRole.STATUS || role == FieldRole.DATE || role == FieldRole.TITLE;
        }

        private void words(int block) {
            forget(layout.block(block));
            if (masked.get(block) || isEntryOfContents(block) || isLabel(block)) return;
            if (place.own() && place.part() instanceof Part.Value && Stated.isRelation(layout.text(block))) return;
            var folded = layout.folded().get(block);
            if (Wording.any(language.shapes(), folded)) {
                clauses(block);
                return;
            }
            var opening = opening(folded);
            var argued = opening.orElse(label == Argument.NONE ? place.argument() : label);
            if (argued == Argument.NONE && justifies(folded)) argued = Argument.PRO;
            add(layout.block(block), standing(block, argued));
        }

        private Optional<Argument> opening(String folded) {
            return language.sides().stream()
                    .filter(side -> Wording.any(side.openings(), folded))
                    .map(Language.Side::argument)
                    .findFirst();
        }

        /** A line that is nothing but a link inside the document, as in a table of contents. */
        private boolean isEntryOfContents(int block) {
            return contents.contains(layout.block(block).span());
        }

        /** A label loses its hold: below an item at the next item beside it, before a list at the first block after it. */
        private void forget(Block block) {
            if (label == Argument.NONE) return;
            var item = block.kind() == Block.Kind.LIST_ITEM;
            if (labelLevel > 0 && (!item || block.level() <= labelLevel)) label = Argument.NONE;
            if (labelLevel == 0 && labelledList && !item) label = Argument.NONE;
            labelledList |= item;
        }

        private boolean isLabel(int index) {
            var text = layout.text(index);
            if (text.split("\\s+").length > WORDS_OF_A_LABEL) return false;
            var side = Place.side(language, Folded.heading(text));
            if (side.isEmpty()) return false;
            label = side.get();
            labelLevel = layout.block(index).kind() == Block.Kind.LIST_ITEM
                    ? layout.block(index).level()
                    : 0;
            labelledList = false;
            return true;
        }

        /** "We chose X because …": the reason for the choice stands with it. */
        private boolean justifies(String folded) {
            return place.part() instanceof Part.Outcome
                    && folded.contains(" because ")
                    && language.choices().stream().anyMatch(folded::contains);
        }

        private void add(Block block, Standing standing) {
            passages.add(new Passage(block, index, standing));
        }

        private Standing standing(int block, Argument argument) {
            var verdict = Optional.ofNullable(verdicts.get(block));
            return verdict.or(() -> Optional.ofNullable(options.blocks().get(block)))
                    .or(() -> options.called(place.option()))
                    .or(() -> refused(block))
                    .map(option -> of(option, argument))
                    .orElseGet(() -> of(place.subject(), argument));
        }

        /** A passage of the outcome that says no to something speaks of that, not of what was chosen. */
        private Optional<Option> refused(int block) {
            if (block < 0 || !(place.part() instanceof Part.Outcome)) return Optional.empty();
            var folded = layout.folded().get(block);
            if (language.refusals().stream().noneMatch(folded::contains)
                    || language.choices().stream().anyMatch(folded::contains)) return Optional.empty();
            var words = OptionName.words(folded);
            var named = options.options().stream()
                    .filter(option -> option.fate() == Option.Fate.REJECTED)
                    .filter(option -> OptionName.of(option.title()).mentionedIn(words) > 0)
                    .findFirst();
            return named.or(() -> Optional.of(new Option("", Option.Fate.REJECTED)));
        }

        private static Standing of(Option option, Argument argument) {
            var about = switch (option.fate()) {
                case CHOSEN -> About.CHOSEN;
                case REJECTED -> About.REJECTED;
                case OPEN -> About.UNKNOWN;
            };
            return new Standing(option.title(), about, argument);
        }

        private Standing of(Subject subject, Argument argument) {
            var about = switch (subject) {
                case PROPOSAL -> proposal;
                case ALTERNATIVE -> About.REJECTED;
                case TODAY -> About.TODAY;
                case UNKNOWN -> About.UNKNOWN;
            };
            var option = subject == Subject.PROPOSAL && about == About.CHOSEN
                    ? options.chosen().map(Option::title).orElse("")
                    : "";
            return new Standing(option, about, argument);
        }

        /** One passage for each clause of a decision that is told in one sentence. */
        private void clauses(int block) {
            var whole = layout.block(block);
            var text = layout.text(block);
            record Cut(int at, Language.Clause clause) {}
            var cuts = language.clauses().stream()
                    .flatMap(clause -> opening(text, clause).stream().map(at -> new Cut(at, clause)))
                    .sorted(Comparator.comparingInt(Cut::at))
                    .toList();
            for (var cut = 0; cut < cuts.size(); cut++) {
                var start = cut == 0 ? 0 : cuts.get(cut).at();
                var end = cut + 1 < cuts.size() ? cuts.get(cut + 1).at() : text.length();
                while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
                var offset = whole.span().start();
                var piece =
                        new Block(whole.kind(), whole.level(), new Span(offset + start, offset + end), whole.page());
                var clause = cuts.get(cut).clause();
                add(piece, of(clause.subject(), clause.argument()));
            }
        }

        private Optional<Integer> opening(String text, Language.Clause clause) {
            return clause.openings().stream()
                    .flatMap(opening -> Pattern.compile(
                                    "\\b" + Pattern.quote(opening).replace(" ", "\\E\\s+\\Q") + "\\b",
                                    Pattern.CASE_INSENSITIVE)
                            .matcher(text)
                            .results()
                            .map(match -> match.start())
                            .limit(1))
                    .min(Comparator.naturalOrder());
        }

        /** The cells of a table that are sentences; a column or a row may speak of an option, a column of one side. */
        private int table(int first, int limit) {
            var end = first;
            while (end < limit && layout.block(end).kind() == Block.Kind.TABLE_CELL) end++;
            var head = first + 1;
            while (head < end
                    && layout.block(head).level() > layout.block(head - 1).level()) head++;
            var row = Optional.<Option>empty();
            for (var cell = head; cell < end; cell++) {
                if (masked.get(cell)) continue;
                var block = layout.block(cell);
                if (block.level() == 1) row = options.called(layout.text(cell).strip());
                if (layout.text(cell).split("\\s+").length < WORDS_OF_A_CELL) continue;
                var column = column(first, head, block.level());
                var side = opening(layout.folded().get(cell))
                        .or(() -> Place.side(language, Folded.heading(column)))
                        .orElse(place.argument());
                var option = row.or(() -> options.called(column.strip()));
                add(block, option.map(known -> of(known, side)).orElseGet(() -> standing(-1, side)));
            }
            return end;
        }

        private String column(int first, int head, int level) {
            for (var cell = first; cell < head; cell++)
                if (layout.block(cell).level() == level) return layout.text(cell);
            return "";
        }
    }
}
