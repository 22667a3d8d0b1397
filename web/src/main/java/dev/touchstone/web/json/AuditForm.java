package dev.touchstone.web.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audit as {@code audit.json} has it. Keys are the components in snake case and in this order. */
public record AuditForm(
        Charter charter, Provenance provenance, List<DocumentForm> documents, List<Skipped> skipped, Summary summary) {

    /** Whose values the audit looked for. */
    public record Charter(String organisation, int version, List<Value> values) {}

    /**
     * A value's id and name.
     *
     * @param concerns ids of the concerns that it bundles; null when the annotator did not say
     * @param concernsSuggested whether they come from the value's own texts, because the charter lists none
     */
    public record Value(
            String id,
            String name,
            @Nullable List<String> concerns,
            @Nullable Boolean concernsSuggested) {}

    /** What made the audit. */
    public record Provenance(String touchstone, String model, String charterSha256) {}

    /** A file that was not taken. */
    public record Skipped(String path, String reason) {}

    /** What the documents add up to. */
    public record Summary(
            int decisions,
            List<Line> values,
            List<Cell> cells,
            List<OfTeam> byTeam,
            List<OfPeriod> byPeriod,
            Unnamed unnamedReasons) {}

    /** Reasons that no value of the charter covers; {@code tooFew} counts those of too few decisions to say. */
    public record Unnamed(List<UnnamedReason> recurring, int tooFew) {}

    /** One of them, with the sentences that it is surest of; all stand among the documents' arguments. */
    public record UnnamedReason(String concern, int decisions, int sentences, List<Example> examples) {}

    /** A sentence and its document. */
    public record Example(String path, int start, int end, String quote) {}

    /**
     * One value over all decisions; the ratios have three decimals and are null when undefined.
     *
     * @param unsure how many sentences may refer to it and are in no other number
     */
    public record Line(
            String value,
            int decisionsAtWork,
            int references,
            int reasons,
            int behaviours,
            int declarations,
            int served,
            int givenUp,
            int motivates,
            int neutral,
            @Nullable Integer unsure,
            @Nullable BigDecimal decorationIndex,
            @JsonProperty("per_1000_words") @Nullable BigDecimal per1000Words) {}

    /** One value in a team and period; the counts are null when there are too few decisions to show. */
    public record Cell(
            String value,
            @Nullable String team,
            @Nullable String period,
            @Nullable Integer decisions,
            @Nullable Integer atWork,
            boolean suppressed) {}

    /** One value in a team, over all periods; the counts as in a cell. */
    public record OfTeam(
            String value,
            @Nullable String team,
            @Nullable Integer decisions,
            @Nullable Integer atWork,
            boolean suppressed) {}

    /** One value in a period, over all teams; the counts as in a cell. */
    public record OfPeriod(
            String value,
            @Nullable String period,
            @Nullable Integer decisions,
            @Nullable Integer atWork,
            boolean suppressed) {}
}
