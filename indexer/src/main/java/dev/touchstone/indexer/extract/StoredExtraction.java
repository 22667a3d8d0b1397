package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** An extraction as bytes to be kept, so that a document is scored again without being read again. */
public final class StoredExtraction {
    /** Changes when the same file would be extracted otherwise, or the bytes mean something else. */
    public static final String MAKER = "extract-1";

    private StoredExtraction() {}

    /** The same extraction gives the same bytes. */
    public static byte[] write(Extraction extraction) {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(Frames.encode(new Frames.Reply(extraction, false)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the bytes are anything else
     */
    public static Extraction read(byte[] bytes) throws IOException {
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return Frames.decodeReply(inflated.readAllBytes()).extraction();
        }
    }
}
