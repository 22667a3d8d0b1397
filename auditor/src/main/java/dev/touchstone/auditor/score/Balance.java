package dev.touchstone.auditor.score;

/** How many references of a value have which effect, and how many only declare it. Neutral ones are in no count. */
public record Balance(int served, int givenUp, int motivates, int declarations) {}
