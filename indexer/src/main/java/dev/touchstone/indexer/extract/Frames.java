package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Link;
import dev.touchstone.auditor.document.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The protocol between the server and a worker: frames, each a mark, a length and as many bytes. A worker says
 * {@link #READY}, then answers each {@link Request} with one {@link Reply}. See decision record 2.
 */
final class Frames {
    static final byte[] READY = {'R'};

    private static final int MARK = 0x54434831;
    private static final int LONGEST = 400_000_000;

    private Frames() {}

    /** A file to be read: its name, for formats that nothing else gives away, and its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // A message, never compared.
    record Request(String name, byte[] bytes) {}

    /**
     * What a worker answers.
     *
     * @param retire true when the worker asks to be replaced
     */
    record Reply(Extraction extraction, boolean retire) {}

    static void send(DataOutputStream out, byte[] payload) throws IOException {
        out.writeInt(MARK);
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }

    /** The next frame; a stream that holds anything else, or ends, is an {@link IOException}. */
    static byte[] receive(DataInputStream in) throws IOException {
        if (in.readInt() != MARK) throw new IOException("something else than a frame");
        var length = in.readInt();
        if (length < 0 || length > LONGEST) throw new IOException("a frame of " + length + " bytes");
        var payload = in.readNBytes(length);
        if (payload.length < length) throw new IOException("a frame that ends early");
        return payload;
    }

    static byte[] encode(Request request) {
        return written(out -> {
            writeText(out, request.name());
            out.write(request.bytes());
        });
    }

    static Request decodeRequest(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        return new Request(readText(in), in.readAllBytes());
    }

    static byte[] encode(Reply reply) {
        return written(out -> {
            out.writeBoolean(reply.retire());
            write(out, reply.extraction());
        });
    }

    static Reply decodeReply(byte[] payload) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(payload));
        try {
            var retire = in.readBoolean();
            return new Reply(read(in, 0), retire);
        } catch (IllegalArgumentException | IndexOutOfBoundsException senseless) {
            throw new IOException("a reply that makes no sense", senseless);
        }
    }

    private static void write(DataOutputStream out, Extraction extraction) throws IOException {
        switch (extraction) {
            case Unreadable unreadable -> {
                out.writeByte(0);
                writeText(out, unreadable.reason());
            }
            case Extracted extracted -> {
                out.writeByte(1);
                writeText(out, extracted.mediaType());
                writeText(out, extracted.language());
                writeContent(out, extracted.content());
                writeAll(out, extracted.fields(), field -> {
                    writeText(out, field.name());
                    writeText(out, field.value());
                    writeText(out, field.origin().name());
                });
                writeAll(out, extracted.limits(), limit -> writeText(out, limit));
                writeAll(out, extracted.parts(), part -> {
                    writeText(out, part.name());
                    writeText(out, part.sha256());
                    write(out, part.extraction());
                });
            }
        }
    }

    private static Extraction read(DataInputStream in, int depth) throws IOException {
        if (depth > 2 * Limits.DEEPEST) throw new IOException("a reply nested too deep");
        if (in.readByte() == 0) return new Unreadable(readText(in));
        return new Extracted(
                readText(in),
                readText(in),
                readContent(in),
                readAll(in, () -> new Field(readText(in), readText(in), Field.Origin.valueOf(readText(in)))),
                readAll(in, () -> readText(in)),
                readAll(in, () -> new Part(readText(in), readText(in), read(in, depth + 1))));
    }

    private static void writeContent(DataOutputStream out, Content content) throws IOException {
        writeText(out, content.text());
        writeAll(out, content.blocks(), block -> {
            writeText(out, block.kind().name());
            out.writeInt(block.level());
            writeSpan(out, block.span());
            out.writeInt(block.page());
        });
        writeAll(out, content.links(), link -> {
            writeSpan(out, link.span());
            writeText(out, link.target());
        });
        writeAll(out, content.strong(), span -> writeSpan(out, span));
    }

    private static Content readContent(DataInputStream in) throws IOException {
        return new Content(
                readText(in),
                readAll(
                        in,
                        () -> new Block(Block.Kind.valueOf(readText(in)), in.readInt(), readSpan(in), in.readInt())),
                readAll(in, () -> new Link(readSpan(in), readText(in))),
                readAll(in, () -> readSpan(in)));
    }

    private static void writeSpan(DataOutputStream out, Span span) throws IOException {
        out.writeInt(span.start());
        out.writeInt(span.end());
    }

    private static Span readSpan(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        var length = in.readInt();
        if (length < 0 || length > in.available()) throw new IOException("a text of " + length + " bytes");
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static <T> void writeAll(DataOutputStream out, List<T> items, Writing<T> writing) throws IOException {
        out.writeInt(items.size());
        for (var item : items) writing.write(item);
    }

    private static <T> List<T> readAll(DataInputStream in, Reading<T> reading) throws IOException {
        var number = in.readInt();
        if (number < 0 || number > in.available()) throw new IOException("a list of " + number + " items");
        var items = new ArrayList<T>(number);
        for (var item = 0; item < number; item++) items.add(reading.read());
        return items;
    }

    private static byte[] written(Writing<DataOutputStream> writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.write(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Writing<T> {
        void write(T item) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
