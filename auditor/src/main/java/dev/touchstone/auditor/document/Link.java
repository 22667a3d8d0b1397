package dev.touchstone.auditor.document;

/** Where a piece of text links to; the target is not part of the text. */
public record Link(Span span, String target) {}
