package dev.touchstone.auditor.audit;

/** What made an audit: the program's version and the annotator's identity (the charter has its own hash). */
public record Provenance(String touchstone, String model) {}
