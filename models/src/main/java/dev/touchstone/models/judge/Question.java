package dev.touchstone.models.judge;

/**
 * One sentence before one value: all that a judge is told, so all that may leave the machine when the judge is elsewhere.
 *
 * @param sentence in one line
 * @param heading of its section; empty when there is none
 * @param value the value's name
 * @param statement what the value asks for, in the charter's words
 */
public record Question(String sentence, String heading, String value, String statement) {}
