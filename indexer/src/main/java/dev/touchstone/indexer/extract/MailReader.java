package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.indexer.extract.text.Cleaning;
import dev.touchstone.indexer.extract.text.ContentBuilder;
import dev.touchstone.indexer.extract.text.HtmlReader;
import dev.touchstone.indexer.extract.text.PlainTextReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * Reads a mail: its subject is the title, its header lines are fields, what it answers to is quotation, its signature is
 * nobody's language, and what is attached are files of their own.
 */
final class MailReader {
    private static final Pattern QUOTED = Pattern.compile("\\s{0,3}+>.*+");
    private static final Pattern INTRODUCTION = Pattern.compile("(?:On|Am|Le) .{5,200}+(?<=:)");
    private static final Pattern QUOTE_MARKS = Pattern.compile("(?m)^(?:[ \\t]{0,3}+>)++ ?+");
    /** As written: the day in a date is that of the sender's own clock, whatever the offset behind it. */
    private static final List<String> HEADERS = List.of("From", "To", "Cc", "Date");

    private static final int LONGEST_HEADER = 10_000;
    private static final int DEEPEST = 20;

    private final ContentBuilder out;
    private final EmbeddedParts parts;
    private final List<Field> fields = new ArrayList<>();

    private MailReader(ContentBuilder out, EmbeddedParts parts) {
        this.out = out;
        this.parts = parts;
    }

    /** The header's fields; empty when the bytes are no mail that can be taken apart, and then nothing was written. */
    static Optional<List<Field>> read(byte[] bytes, ContentBuilder out, EmbeddedParts parts) {
        return parse(bytes).map(message -> {
            var reader = new MailReader(out, parts);
            try {
                reader.write(message);
            } catch (IOException impossible) {
                throw new UncheckedIOException("memory cannot be read", impossible);
            }
            return reader.fields;
        });
    }

    private static Optional<Message> parse(byte[] bytes) {
        try {
            var builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.custom()
                    .setMaxLineLen(1_000_000)
                    .setMaxHeaderLen(1_000_000)
                    .setMaxHeaderCount(2_000)
                    .setMalformedHeaderStartsBody(true)
                    .build());
            builder.setDecodeMonitor(DecodeMonitor.SILENT);
            return Optional.ofNullable(builder.parseMessage(new ByteArrayInputStream(bytes)));
        } catch (IOException | RuntimeException malformed) {
            return Optional.empty();
        }
    }

    private void write(Message message) throws IOException {
        var subject = header(message, "Subject");
        out.block(Kind.HEADING, 1, subject);
        add("Subject", subject);
        for (var name : HEADERS) add(name, header(message, name));
        entity(message, 0);
        out.end();
    }

    private static String header(Entity entity, String name) {
        var field = entity.getHeader() == null ? null : entity.getHeader().getField(name);
        if (field == null || field.getBody() == null) return "";
        var body = field.getBody();
        var words = DecoderUtil.decodeEncodedWords(
                body.substring(0, Math.min(LONGEST_HEADER, body.length())), DecodeMonitor.SILENT);
        return Cleaning.clean(words).replaceAll("\\s++", " ").strip();
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) fields.add(new Field(name, value, Origin.HEADER));
    }

    private void entity(Entity entity, int depth) throws IOException {
        switch (entity.getBody()) {
            case Multipart multipart when depth < DEEPEST -> multipart(entity, multipart, depth);
            case Message message -> attach(entity, serialized(message));
            case SingleBody body -> single(entity, bytes(body), depth);
            case null, default -> {}
        }
    }

    /** Of several forms of the same text the plainest is read. */
    private void multipart(Entity entity, Multipart multipart, int depth) throws IOException {
        if (!"multipart/alternative".equals(entity.getMimeType())) {
            for (var part : multipart.getBodyParts()) entity(part, depth + 1);
            return;
        }
        var before = out.size();
        for (var part : multipart.getBodyParts()) if (out.size() == before) entity(part, depth + 1);
    }

    private void single(Entity entity, byte[] bytes, int depth) throws IOException {
        var type = entity.getMimeType() == null ? "" : entity.getMimeType();
        var attached = entity.getFilename() != null || "attachment".equals(entity.getDispositionType());
        if (attached || (depth > 0 && !type.startsWith("text/"))) attach(entity, bytes);
        else if (type.equals("text/html"))
            out.append(new HtmlReader().read(decode(entity, bytes)).content());
        else plain(decode(entity, bytes));
    }

    /** Seven-bit encodings look like UTF-8 and are not: a name that says more than ASCII is believed. */
    private String decode(Entity entity, byte[] bytes) {
        var name = entity.getCharset() == null ? "" : entity.getCharset();
        try {
            var charset = Charset.forName(name);
            if (!charset.name().equals("US-ASCII") && !charset.name().equals("UTF-8"))
                return new String(bytes, charset);
        } catch (IllegalArgumentException unknown) {
            return Decoder.decode(bytes);
        }
        return Decoder.decode(bytes);
    }

    private void plain(String text) {
        var own = new StringBuilder();
        var quoted = new StringBuilder();
        for (var line : Cleaning.clean(text).split("\n", -1)) {
            if (line.equals("-- ") || line.equals("--")) break;
            if (QUOTED.matcher(line).matches() || INTRODUCTION.matcher(line).matches()) {
                flush(own);
                quoted.append(line).append('\n');
            } else if (!quoted.isEmpty() && line.isBlank()) {
                quoted.append('\n');
            } else {
                flushQuotation(quoted);
                own.append(line).append('\n');
            }
        }
        flush(own);
        flushQuotation(quoted);
    }

    private void flush(StringBuilder words) {
        if (!words.isEmpty()) out.append(new PlainTextReader().readBody(words.toString()));
        words.setLength(0);
    }

    private void flushQuotation(StringBuilder words) {
        var plain = QUOTE_MARKS.matcher(words).replaceAll("");
        for (var paragraph : plain.split("\n\\s*\n", -1)) out.block(Kind.QUOTATION, 0, paragraph);
        words.setLength(0);
    }

    private void attach(Entity entity, byte[] bytes) throws IOException {
        var name = entity.getFilename() == null
                ? ""
                : DecoderUtil.decodeEncodedWords(entity.getFilename(), DecodeMonitor.SILENT);
        parts.take(name, bytes);
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] serialized(Message message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new DefaultMessageWriter().writeMessage(message, bytes);
        return bytes.toByteArray();
    }
}
