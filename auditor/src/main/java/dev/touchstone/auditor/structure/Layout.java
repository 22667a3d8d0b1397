package dev.touchstone.auditor.structure;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Link;
import dev.touchstone.auditor.document.Span;
import dev.touchstone.auditor.format.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A document's blocks under their headings, with what comparing them needs, worked out once. */
record Layout(Content content, List<String> folded, List<Part> parts) {
    /**
     * A heading and the blocks below it up to the next heading.
     *
     * @param heading index of its block, -1 for what stands before the first heading
     * @param first index of the first block below it
     * @param end index after the last
     * @param parent index of the part whose heading stands above, -1 for none
     * @param name of the heading as written, and folded
     */
    record Part(int heading, int first, int end, int level, int parent, String name, String folded) {
        private static final Pattern TOLD = Pattern.compile("^[^:–—-]{1,40}?(?:: | [-–—] )(.+)$");

        /** What a heading says after its name: of "Status - active" it is "active". */
        Optional<String> told() {
            var match = TOLD.matcher(name);
            return match.matches() ? Optional.of(match.group(1).strip()) : Optional.empty();
        }
    }

    static Layout of(Content content) {
        var blocks = content.blocks();
        var folded = blocks.stream()
                .map(block -> block.kind() == Block.Kind.CODE
                        ? ""
                        : Folded.of(block.span().of(content.text())))
                .toList();
        var parts = new ArrayList<Part>();
        var heading = -1;
        for (var index = 0; index <= blocks.size(); index++) {
            if (index < blocks.size() && blocks.get(index).kind() != Block.Kind.HEADING) continue;
            if (heading >= 0 || index > 0 || blocks.isEmpty()) parts.add(part(content, parts, heading, index));
            heading = index;
        }
        return new Layout(content, folded, List.copyOf(parts));
    }

    private static Part part(Content content, List<Part> before, int heading, int end) {
        if (heading < 0) return new Part(-1, 0, end, 0, -1, "", "");
        var block = content.blocks().get(heading);
        var name = block.span().of(content.text()).strip().replaceAll("\\s+", " ");
        var parent = before.size() - 1;
        while (parent >= 0 && before.get(parent).level() >= block.level())
            parent = before.get(parent).parent();
        if (parent >= 0 && before.get(parent).heading() < 0) parent = -1;
        return new Part(heading, heading + 1, end, block.level(), parent, name, Folded.heading(name));
    }

    Block block(int index) {
        return content.blocks().get(index);
    }

    String text(int index) {
        return block(index).span().of(content.text());
    }

    int size() {
        return content.blocks().size();
    }

    /** The range of a part with its heading: parts follow each other without a gap. */
    Span span(int part) {
        var start = part == 0 ? 0 : block(parts.get(part).heading()).span().start();
        var end = part + 1 < parts.size()
                ? block(parts.get(part + 1).heading()).span().start()
                : content.text().length();
        return new Span(start, end);
    }

    /** Whether a block begins in bold. */
    boolean isStrong(int block) {
        var start = block(block).span().start();
        return content.strong().stream().anyMatch(span -> span.start() == start);
    }

    /** The first link inside a range. */
    Optional<Link> link(Span range) {
        return content.links().stream()
                .filter(link -> range.contains(link.span()))
                .findFirst();
    }
}
