package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Option.Fate;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.format.Folded;
import dev.touchstone.auditor.format.Reading;
import dev.touchstone.auditor.format.SectionRule.Part;
import dev.touchstone.auditor.format.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The options that a record weighs, and what became of each.
 *
 * @param named by the title that stands in {@link Place#option}, and by block where a list names them
 * @param blocks options of the items of a list of options, and of what is nested below them
 */
record OptionsOf(List<Option> options, Map<String, Option> named, Map<Integer, Option> blocks) {
    private static final int LIKE = 550;

    /** The option that a name means; empty when the record has none like it. */
    Optional<Option> called(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The only option that was chosen; empty when there are none or several. */
    Optional<Option> chosen() {
        var chosen =
                options.stream().filter(option -> option.fate() == Fate.CHOSEN).toList();
        return chosen.size() == 1 ? Optional.of(chosen.getFirst()) : Optional.empty();
    }

    /** The places, with the option also where a heading elsewhere has an option's very name. */
    List<Place> named(Layout layout, List<Place> places) {
        var exact = new HashMap<Set<String>, String>();
        for (var option : options)
            if (options.size() > 1)
                exact.putIfAbsent(OptionName.of(option.title()).words(), option.title());
        return IntStream.range(0, places.size())
                .mapToObj(index -> {
                    var place = places.get(index);
                    var part = layout.parts().get(index);
                    if (place.own() || !place.option().isEmpty() || part.heading() < 0) return place;
                    var name = exact.get(OptionName.of(part.name()).words());
                    return name == null || part.folded().isEmpty() ? place : place.of(name);
                })
                .toList();
    }

    /** @param fate of what the record itself proposes, as its status tells */
    static OptionsOf in(Layout layout, List<Place> places, Reading reading, String title, Fate fate) {
        return new Search(layout, places, reading).run(title, fate);
    }

    private static final class Search {
        private final Layout layout;
        private final List<Place> places;
        private final Reading reading;
        /** Titles in order of their first mention, with every name that means them. */
        private final Map<String, OptionName> titles = new LinkedHashMap<>();

        private final Map<String, String> titleOfName = new LinkedHashMap<>();
        private final Map<Integer, String> titleOfBlock = new HashMap<>();
        private final List<String> turnedDown = new ArrayList<>();
        private final List<String> marked = new ArrayList<>();

        Search(Layout layout, List<Place> places, Reading reading) {
            this.layout = layout;
            this.places = places;
            this.reading = reading;
        }

        /** The titles of the options that were weighed, by all their names. */
        private Map<String, String> names() {
            var names = new LinkedHashMap<String, String>();
            for (var title : titles.keySet()) {
                if (turnedDown.contains(title)) continue;
                names.put(title, title);
                titleOfName.forEach((name, of) -> {
                    if (of.equals(title)) names.put(name, title);
                });
            }
            return names;
        }

        OptionsOf run(String title, Fate fate) {
            for (var index = 0; index < places.size(); index++) {
                var place = places.get(index);
                if (place.part() instanceof Part.Columns) columns(index);
                if (!place.own()) continue;
                if (place.part() instanceof Part.Options) weighed(index);
                if (place.part() instanceof Part.Rejected) rejected(index);
            }
            for (var place : places) if (!place.option().isEmpty()) alias(place.option());
            var weighed = titles.keySet().stream()
                    .filter(name -> !turnedDown.contains(name))
                    .toList();
            var chosen = marked.isEmpty()
                    ? new Choice(layout, places, reading.language()).among(names(), this::add)
                    : List.copyOf(marked);
            return result(weighed, chosen, title, fate);
        }

        private OptionsOf result(List<String> weighed, List<String> chosen, String title, Fate fate) {
            var options = new LinkedHashMap<String, Option>();
            if (weighed.isEmpty() && chosen.isEmpty()) options.put(title, new Option(title, fate));
            for (var name : titles.keySet()) {
                var picked = chosen.contains(name);
                var others = turnedDown.contains(name) || !chosen.isEmpty() ? Fate.REJECTED : Fate.OPEN;
                options.putIfAbsent(name, new Option(name, picked ? adopted(fate) : others));
            }
            var named = new HashMap<String, Option>();
            titleOfName.forEach((name, of) -> named.put(name, option(options, of)));
            var blocks = new HashMap<Integer, Option>();
            titleOfBlock.forEach((block, of) -> blocks.put(block, option(options, of)));
            return new OptionsOf(List.copyOf(options.values()), Map.copyOf(named), Map.copyOf(blocks));
        }

        /** What became of the chosen option: a record that was rejected turns down its own choice. */
        private static Fate adopted(Fate fate) {
            return fate == Fate.REJECTED ? Fate.REJECTED : Fate.CHOSEN;
        }

        private static Option option(Map<String, Option> options, String title) {
            var option = options.get(title);
            if (option == null) throw new IllegalStateException("an option without a fate: " + title);
            return option;
        }

        private void weighed(int index) {
            var part = layout.parts().get(index);
            var listed = IntStream.range(part.first(), part.end())
                    .filter(block -> isOutermostItem(layout.block(block)))
                    .count();
            var known = List.copyOf(titles.keySet());
            // Where a list names the options, headings below it are what the list is about, or its items again.
            if (known.isEmpty() && (listed >= 2 || below(index).isEmpty())) items(index);
            else if (listed < 2 || !below(index).isEmpty()) below(index).forEach(name -> again(name, known));
            if (places.get(index).part() instanceof Part.Options(var chosenInBold) && chosenInBold) bold(index);
        }

        /** The options that are in bold, unless all are: then bold says nothing. */
        private void bold(int index) {
            var part = layout.parts().get(index);
            var named = new LinkedHashMap<Integer, String>();
            for (var block = part.first(); block < part.end(); block++)
                if (isOutermostItem(layout.block(block)) && titleOfBlock.containsKey(block))
                    named.put(block, titleOfBlock.getOrDefault(block, ""));
            for (var child : layout.parts())
                if (child.parent() == index && titleOfName.containsKey(child.name()))
                    named.put(child.heading(), titleOfName.getOrDefault(child.name(), ""));
            var strong = named.keySet().stream()
                    .filter(layout::isStrong)
                    .map(named::get)
                    .toList();
            if (strong.size() < named.size()) marked.addAll(strong);
        }

        /** The options that the heads of a table's columns name, but for the first, which names what they are compared by. */
        private void columns(int index) {
            var part = layout.parts().get(index);
            for (var block = part.first() + 1; block < part.end(); block++) {
                var head = layout.block(block);
                if (head.kind() != Block.Kind.TABLE_CELL || head.level() < 2) continue;
                var first = block - head.level() + 1;
                if (first > part.first() && layout.block(first - 1).kind() == Block.Kind.TABLE_CELL) continue;
                var name = layout.text(block).strip();
                if (!isNoName(name)) add(name);
            }
        }

        /** Takes in the name of an option that an earlier section may have named more fully, or more shortly. */
        private void again(String name, List<String> known) {
            var compared = OptionName.of(name);
            var within = known.stream()
                    .filter(title -> compared.within(titles.getOrDefault(title, compared)))
                    .toList();
            if (like(name).isEmpty() && within.size() == 1) titleOfName.put(name, within.getFirst());
            else add(name);
        }

        /** "Pros" is no option, nor is what a template says where one should stand. */
        private boolean isNoName(String text) {
            return Place.side(reading.language(), Folded.heading(text)).isPresent()
                    || Wording.any(reading.prompts(), Folded.of(text));
        }

        private static boolean isOutermostItem(Block block) {
            return block.kind() == Block.Kind.LIST_ITEM && block.level() <= 1;
        }

        private void rejected(int index) {
            for (var name : below(index)) {
                add(name);
                var title = titleOfName.getOrDefault(name, name);
                if (!turnedDown.contains(title)) turnedDown.add(title);
            }
        }

        /** The options that the headings directly below a part name. */
        private List<String> below(int index) {
            var names = new ArrayList<String>();
            for (var child = index + 1; child < places.size(); child++) {
                var place = places.get(child);
                if (layout.parts().get(child).parent() == index
                        && !place.option().isEmpty()
                        && place.option().equals(layout.parts().get(child).name())) names.add(place.option());
            }
            return names;
        }

        /** The options that the outermost items of a list name; what is nested below an item speaks of it. */
        private void items(int index) {
            var part = layout.parts().get(index);
            var current = "";
            for (var block = part.first(); block < part.end(); block++) {
                var item = layout.block(block);
                if (item.kind() != Block.Kind.LIST_ITEM) {
                    if (item.kind() == Block.Kind.PARAGRAPH) current = "";
                    continue;
                }
                if (isOutermostItem(item)) {
                    var text = layout.text(block);
                    current = isNoName(text) ? "" : ItemTitle.of(text);
                    if (!current.isEmpty()) add(current);
                    if (ItemTitle.isChosen(text)) marked.add(titleOfName.getOrDefault(current, current));
                }
                if (!current.isEmpty()) titleOfBlock.put(block, titleOfName.getOrDefault(current, current));
            }
        }

        /** Takes a name in: a new option, or another name of one already known. */
        private String add(String name) {
            var best = like(name).orElse(name);
            titles.putIfAbsent(best, OptionName.of(name));
            titleOfName.put(name, best);
            return best;
        }

        /** A heading that was not taken in may still be another name of an option that was. */
        private void alias(String name) {
            like(name).ifPresent(title -> titleOfName.putIfAbsent(name, title));
        }

        private Optional<String> like(String name) {
            var compared = OptionName.of(name);
            var best = Optional.<String>empty();
            var bestLikeness = LIKE;
            for (var known : titles.entrySet()) {
                var likeness = compared.likeness(known.getValue());
                if (likeness > bestLikeness) {
                    bestLikeness = likeness;
                    best = Optional.of(known.getKey());
                }
            }
            return best;
        }
    }
}
