package dev.touchstone.auditor.score;

import dev.touchstone.auditor.charter.Value;

/**
 * One value gave way to another in a decision.
 *
 * @param givenUp number of the reference that shows what was given up
 * @param served number of the reference that shows what it was given up for
 */
public record TradeOff(Value.Id gaveWay, Value.Id to, int givenUp, int served) {}
