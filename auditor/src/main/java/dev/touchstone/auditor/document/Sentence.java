package dev.touchstone.auditor.document;

/**
 * One sentence, or what stands for one (a list item, a heading).
 *
 * @param passage index of the passage that it stands in
 * @param counted whether it counts in a document's number of sentences: headings and cells without a verb do not
 */
public record Sentence(Span span, int passage, boolean counted) {}
