package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Value;

/**
 * One value in the decisions of one team in one period.
 *
 * @param period a quarter such as {@code 2024-Q2}; empty when the documents have no date
 * @param suppressed too few decisions to show: the numbers are there for sums only and never leave the program
 */
public record Cell(Value.Id value, String team, String period, int decisions, int atWork, boolean suppressed) {
    /** Fewer decisions than this are not shown for a team, a period or both: they say nothing and may point at people. */
    public static final int SMALLEST = 5;
}
