package dev.touchstone.web.app;

import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.reference.Encoder;
import java.util.List;

/** An encoder that says who it is before it is loaded; the first query waits for it. */
record LateEncoder(String identity, Late<? extends Encoder> late) implements Encoder {
    @Override
    public List<Embedding> encode(List<String> texts) {
        return late.get().encode(texts);
    }

    @Override
    public int dimensions() {
        return late.get().dimensions();
    }

    @Override
    public void close() {
        late.get().close();
    }
}
