package dev.touchstone.web.cli;

import dev.touchstone.auditor.measure.Quality;
import dev.touchstone.auditor.measure.Quality.Figure;
import dev.touchstone.auditor.measure.Quality.Part;
import dev.touchstone.auditor.measure.Quality.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often an audit is right, on one page of a terminal. */
final class AuditQualityTable {
    private AuditQualityTable() {}

    static List<String> lines(Quality quality) {
        var table = new Table("right of those judged", "all documents", "looked at", "held back");
        for (var question : Question.values())
            table.row(
                    label(question),
                    cell(quality.all(), question),
                    cell(quality.lookedAt(), question),
                    cell(quality.heldBack(), question));
        table.row(
                "documents",
                quality.all().documents(),
                quality.lookedAt().documents(),
                quality.heldBack().documents());
        var lines = new ArrayList<>(table.lines());
        var gone = quality.all().gone();
        lines.add("");
        lines.add(
                "no longer reported: %d trade-offs that are some, %d that are none; %d references that are some, %d that are none"
                        .formatted(
                                gone.realTradeOffs(),
                                gone.otherTradeOffs(),
                                gone.realReferences(),
                                gone.otherReferences()));
        return lines;
    }

    private static String label(Question question) {
        return switch (question) {
            case TRADE_OFF -> "trade-offs reported";
            case REFERENCE -> "references reported";
            case ABOUT -> "about, of true references";
            case EFFECT -> "effect, of true references";
            case PRESENCE -> "verdict: at work, mentioned, silent";
            case SIDES -> "verdict: sides, where at work";
        };
    }

    private static String cell(Part part, Question question) {
        return Optional.ofNullable(part.figures().get(question))
                .map(AuditQualityTable::text)
                .orElse("-");
    }

    private static String text(Figure figure) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f] %d/%d",
                figure.share(),
                figure.interval().low(),
                figure.interval().high(),
                figure.right(),
                figure.of());
    }
}
