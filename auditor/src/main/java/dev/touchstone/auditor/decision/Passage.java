package dev.touchstone.auditor.decision;

import dev.touchstone.auditor.document.Block;

/**
 * A block that is language: sentences are looked for in these and nowhere else.
 *
 * @param section index of the section that it stands in
 */
public record Passage(Block block, int section, Standing standing) {}
