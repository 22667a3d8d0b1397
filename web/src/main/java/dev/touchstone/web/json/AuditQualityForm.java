package dev.touchstone.web.json;

import dev.touchstone.auditor.measure.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often an audit is right, as JSON has it: figures with three decimals, half up. */
public record AuditQualityForm(Part all, Part lookedAt, Part heldBack) {
    /** Some of the documents; a question that was not asked there has no figure. */
    public record Part(int documents, SortedMap<String, Figure> figures, Gone gone) {}

    /** A share of right answers with its 95 % interval. */
    public record Figure(BigDecimal share, BigDecimal low, BigDecimal high, int right, int of) {}

    /** What was judged and is no longer reported. */
    public record Gone(int realTradeOffs, int otherTradeOffs, int realReferences, int otherReferences) {}

    /** The figures in the form that is written. */
    public static AuditQualityForm of(Quality quality) {
        return new AuditQualityForm(part(quality.all()), part(quality.lookedAt()), part(quality.heldBack()));
    }

    private static Part part(Quality.Part part) {
        var figures = new TreeMap<String, Figure>();
        part.figures().forEach((question, figure) -> figures.put(Words.of(question), figure(figure)));
        var gone = part.gone();
        return new Part(
                part.documents(),
                figures,
                new Gone(gone.realTradeOffs(), gone.otherTradeOffs(), gone.realReferences(), gone.otherReferences()));
    }

    private static Figure figure(Quality.Figure figure) {
        return new Figure(
                rounded(figure.share()),
                rounded(figure.interval().low()),
                rounded(figure.interval().high()),
                figure.right(),
                figure.of());
    }

    private static BigDecimal rounded(double figure) {
        return BigDecimal.valueOf(figure).setScale(3, RoundingMode.HALF_UP);
    }
}
