package dev.touchstone.web.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One document as {@code audit.json} has it. Authors are not in it. What is unknown is null.
 *
 * @param outcome {@code audited}, {@code partial} (read, with limits) or {@code failed}
 * @param reason why it is partial or failed, for a person
 * @param scored false when its values were not looked for
 * @param origins where title, date, team and status came from
 * @param limits what was cut, left out or not scored
 * @param unsure sentences that may refer to a value, for a person to say; they count in nothing
 * @param arguments sentences that give a concern as a reason, whatever the charter holds
 * @param parts the files inside it
 */
public record DocumentForm(
        String path,
        @Nullable String sha256,
        String outcome,
        @Nullable String reason,
        @Nullable String title,
        @Nullable String date,
        @Nullable String team,
        @Nullable Status status,
        @Nullable String format,
        List<String> formatReasons,
        @Nullable String mediaType,
        @Nullable String language,
        boolean scored,
        int sentences,
        int words,
        Map<String, String> origins,
        List<Relation> relations,
        List<String> limits,
        List<Decision> decisions,
        List<Reference> references,
        @Nullable List<Unsure> unsure,
        @Nullable List<Argument> arguments,
        List<DocumentForm> parts) {

    /** The status as written and what it means in any format. */
    public record Status(String raw, String normal) {}

    /** A link to another record. */
    public record Relation(String kind, String target) {}

    /** A decision with what it does to the values that it refers to; values that it is silent on are not listed. */
    public record Decision(
            String id,
            String title,
            int start,
            int end,
            List<Option> options,
            List<Balance> values,
            List<TradeOff> tradeOffs) {}

    /** A choice that was weighed. */
    public record Option(String title, String fate) {}

    /** One value in one decision. */
    public record Balance(String value, boolean atWork, int served, int givenUp, int motivates, int declarations) {}

    /** One value gave way to another; the references are the one that gives up and the one that serves. */
    public record TradeOff(String gaveWay, String to, List<Integer> references) {}

    /** One value in one sentence. */
    public record Reference(
            int id,
            @Nullable String decision,
            String value,
            boolean explicit,
            String stance,
            String about,
            boolean drawback,
            String effect,
            String role,
            boolean boilerplate,
            BigDecimal confidence,
            String section,
            String sectionKind,
            @Nullable Integer page,
            int start,
            int end,
            String quote,
            List<String> signals) {}

    /** One value that one sentence may refer to. */
    public record Unsure(
            String value,
            BigDecimal confidence,
            String section,
            String sectionKind,
            @Nullable Integer page,
            int start,
            int end,
            String quote) {}

    /** One concern that one sentence gives as a reason. */
    public record Argument(
            String concern,
            BigDecimal confidence,
            String section,
            String sectionKind,
            @Nullable Integer page,
            int start,
            int end,
            String quote) {}
}
