package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.decision.Boilerplate;

/** A finished audit and the boilerplate that it was scored with: a document added later is scored with the same. */
public record Run(Audit audit, Boilerplate boilerplate) {}
