package dev.touchstone.auditor.document;

/** Turns files into text with blocks. Calls from several threads run side by side. */
public interface Extractor extends AutoCloseable {
    /** Always answers: a file that crashes, hangs or exhausts its reader is {@link Extraction.Unreadable}. */
    Extraction extract(Source source);

    @Override
    void close();
}
