package dev.touchstone.web.ui;

import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.reference.Reference;
import java.util.List;

/**
 * A document at one glance: a lane for each value, a tile for each reference where it stands (Hearst, TileBars, CHI 1995).
 * A tile's height above or below the middle says what its colour says: served is above, given up below, motivates astride.
 */
record Strip(List<Lane> lanes) {
    /** Units across a lane; the drawing stretches. */
    private static final int WIDTH = 1000;

    private static final int NARROWEST = 5;

    /** One value's lane. */
    record Lane(String value, String summary, List<Tile> tiles) {}

    /** One reference in its lane, in units of the lane. */
    record Tile(String href, String title, String style, int x, int width, int y, int height) {}

    static Strip of(Charter charter, List<Reference> references, int length) {
        return new Strip(charter.values().stream()
                .map(value -> {
                    var own = references.stream()
                            .filter(reference -> reference.value().equals(value.id()))
                            .toList();
                    return new Lane(
                            value.name(),
                            own.isEmpty() ? "silent" : Numbers.of(own.size(), "reference"),
                            own.stream()
                                    .map(one -> tile(one, Math.max(1, length)))
                                    .toList());
                })
                .toList());
    }

    private static Tile tile(Reference reference, int length) {
        var span = reference.evidence().span();
        var label = Label.of(reference);
        var width = Math.max(NARROWEST, (int) ((long) WIDTH * span.length() / length));
        var x = Math.min(WIDTH - width, (int) ((long) WIDTH * span.start() / length));
        var place = place(label.style());
        return new Tile(
                "#r" + reference.number(),
                "%d: %s".formatted(reference.number(), label.word()),
                label.style(),
                Math.max(0, x),
                width,
                place.y(),
                place.height());
    }

    private record Place(int y, int height) {}

    /** In a lane of twenty units. */
    private static Place place(String style) {
        return switch (style) {
            case "served" -> new Place(1, 9);
            case "given-up" -> new Place(10, 9);
            case "motivates" -> new Place(5, 10);
            default -> new Place(9, 2);
        };
    }
}
