package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.reference.Annotated;

/** Takes each scored document as it is done: its text can be kept, its sentences indexed. */
public interface Sink {
    Sink NONE = (_, _) -> {};

    void accept(Entry entry, Annotated annotated);
}
