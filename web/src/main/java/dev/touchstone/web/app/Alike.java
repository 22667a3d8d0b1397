package dev.touchstone.web.app;

/**
 * A document whose text is nearly the same as another's.
 *
 * @param path of the document in the audit
 * @param hundredths how much of their wording the two have in common; 100 when all of it
 */
public record Alike(String path, int hundredths) {}
