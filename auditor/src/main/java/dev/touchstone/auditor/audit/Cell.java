package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Value;

/**
 * One value in the decisions of one team in one period.
 *
 * @param period a quarter such as {@code 2024-Q2}; empty when the documents have no date
 * @param suppressed too small to show, or of use to compute one that is: the numbers are there for sums only and never leave the
 *     program
 */
public record Cell(Value.Id value, String team, String period, int decisions, int atWork, boolean suppressed) {}
