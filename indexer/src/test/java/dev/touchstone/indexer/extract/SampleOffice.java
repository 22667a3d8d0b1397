package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import dev.touchstone.indexer.extract.text.MarkdownReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes the office files of the sample organisation from texts, so that what they say can be read and reviewed as text. Each
 * text names its target in a comment on its first line. Run by hand when a text has changed; the argument is the folder of
 * the organisation.
 */
final class SampleOffice {
    private static final Pattern TARGET = Pattern.compile("\\A<!-- target: (\\S+) -->\\n");

    private SampleOffice() {}

    /**
     * A text and the file to be made of it.
     *
     * @param target relative to the organisation's folder
     */
    record Sample(Path target, Content content) {
        String title() {
            return content.blocks().getFirst().span().of(content.text());
        }

        String words(Block block) {
            return block.span().of(content.text());
        }
    }

    public static void main(String[] arguments) throws IOException {
        var organisation = Path.of(arguments[0]);
        for (var sample : samples(organisation)) {
            var file = organisation.resolve(sample.target());
            Files.createDirectories(file.getParent());
            Files.write(file, make(sample));
        }
    }

    static List<Sample> samples(Path organisation) throws IOException {
        var samples = new ArrayList<Sample>();
        try (var sources = Files.list(organisation.resolve("sources"))) {
            for (var source : sources.sorted().toList()) {
                var text = Files.readString(source);
                var target = TARGET.matcher(text);
                if (!target.find()) throw new IllegalArgumentException(source + " names no target");
                samples.add(new Sample(
                        Path.of(target.group(1)),
                        new MarkdownReader().read(text).content()));
            }
        }
        return samples;
    }

    static byte[] make(Sample sample) throws IOException {
        var name = sample.target().toString();
        if (name.endsWith(".docx")) return sameEveryTime(SampleWord.make(sample));
        if (name.endsWith(".pptx")) return sameEveryTime(SampleSlides.make(sample));
        if (name.endsWith(".pdf")) return SamplePdf.make(sample);
        throw new IllegalArgumentException("no way to make " + name);
    }

    /** Packs the entries again, by name and at a fixed time. */
    private static byte[] sameEveryTime(byte[] packed) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                entries.put(entry.getName(), in.readAllBytes());
        }
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) write(zip, entry.getKey(), entry.getValue());
        }
        return out.toByteArray();
    }

    private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
