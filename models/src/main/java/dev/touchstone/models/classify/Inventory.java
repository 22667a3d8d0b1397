package dev.touchstone.models.classify;

/** What was learnt of concerns and of ordinary sentences, whatever the charter. */
record Inventory(Heads heads, OrdinarySentences ordinary) {}
