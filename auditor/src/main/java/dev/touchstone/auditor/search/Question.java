package dev.touchstone.auditor.search;

import java.util.List;

/**
 * A query as it was understood, in two parts.
 * <pre>
 * customer trust team:payments -draft     words: customer, trust    conditions: team has payments; not draft
 * customer AND trust                      words: none               conditions: customer; trust
 * </pre>
 *
 * @param words plain words outside of any operator: an index may answer them by meaning too
 * @param conditions all of which hold of every answer
 */
public record Question(List<String> words, List<Condition> conditions) {
    public Question {
        words = List.copyOf(words);
        conditions = List.copyOf(conditions);
    }
}
