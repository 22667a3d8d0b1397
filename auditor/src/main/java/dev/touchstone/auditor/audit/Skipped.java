package dev.touchstone.auditor.audit;

/** A file below the folder given that was not taken as a document, and why. */
public record Skipped(String path, String reason) {}
