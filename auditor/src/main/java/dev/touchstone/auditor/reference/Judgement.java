package dev.touchstone.auditor.reference;

/**
 * What is judged of one value in one sentence.
 *
 * @param explicit the sentence names the value or an everyday synonym in the value's sense
 * @param drawback what is described is a drawback of that thing; tells a rejected option's drawback, which upholds the
 *     value, from its advantage, which upholds it too
 */
public record Judgement(boolean explicit, Stance stance, About about, boolean drawback, Role role) {}
