package dev.touchstone.auditor.audit;

/**
 * The least that a team, a quarter or both must have for its numbers to be shown: fewer say nothing and may point at people.
 *
 * @param decisions that were scored
 * @param authors different people whom the decisions' files name; of files that name nobody it is unknown
 */
public record Least(int decisions, int authors) {
    public static final Least USUAL = new Least(5, 3);

    public Least {
        if (decisions < 1 || authors < 1)
            throw new IllegalArgumentException("at least one: %d decisions, %d authors".formatted(decisions, authors));
    }
}
