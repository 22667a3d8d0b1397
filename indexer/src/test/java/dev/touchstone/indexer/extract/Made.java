package dev.touchstone.indexer.extract;

import dev.touchstone.indexer.extract.text.MarkdownReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files made for tests, in formats that are no text. */
final class Made {
    private static final String TEXT = """
            # One queue

            We keep one queue.

            ## Why

            - Cheap to run
            - Easy to see

            | Option | Cost |
            |---|---|
            | Queue | low |
            """;

    /** What {@link #TEXT} is made of. */
    static final String[] BLOCKS = {
        "h1 One queue",
        "p We keep one queue.",
        "h2 Why",
        "li1 Cheap to run",
        "li1 Easy to see",
        "td1 Option",
        "td2 Cost",
        "td1 Queue",
        "td2 low"
    };

    private Made() {}

    /** A small record in the format that the name says. */
    static byte[] office(String name) throws IOException {
        return SampleOffice.make(new SampleOffice.Sample(
                Path.of(name), new MarkdownReader().read(TEXT).content()));
    }

    /** Names and bytes in turns. */
    static byte[] zip(Object... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var index = 0; index < entries.length; index += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[index]));
                zip.write((byte[]) entries[index + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] openDocument() throws IOException {
        var type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        var content = """
                <?xml version="1.0" encoding="UTF-8"?>
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
                <office:body><office:text><text:h text:outline-level="1">One queue</text:h><text:p>We keep one queue.</text:p>
                <text:list><text:list-item><text:p>Cheap to run</text:p></text:list-item></text:list>
                <table:table><table:table-row><table:table-cell><text:p>Option</text:p></table:table-cell><table:table-cell><text:p>Cost</text:p></table:table-cell></table:table-row></table:table>
                </office:text></office:body></office:document-content>
                """.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            // The first entry, stored, is what the format is known by.
            var entry = new ZipEntry("mimetype");
            var sum = new CRC32();
            sum.update(type);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
