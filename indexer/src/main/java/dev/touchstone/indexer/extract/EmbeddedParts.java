package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.extract.text.Cleaning;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.xml.sax.ContentHandler;

/** Takes the files inside a file from Tika, one after the other, and reads each like a file of its own. */
final class EmbeddedParts implements EmbeddedDocumentExtractor {
    /** Containers whose entries somebody put there as files: each is a part, whatever it holds. */
    private static final Set<String> ARCHIVES = Set.of(
            "zip",
            "x-tar",
            "x-gtar",
            "x-7z-compressed",
            "x-rar-compressed",
            "vnd.rar",
            "gzip",
            "x-bzip2",
            "x-bzip",
            "x-xz",
            "x-compress",
            "x-lzma",
            "x-archive",
            "x-cpio",
            "java-archive",
            "x-arj",
            "x-dump",
            "zlib",
            "x-brotli",
            "zstd",
            "x-snappy-framed",
            "x-lz4",
            "x-tika-unix-dump",
            "x-ace-compressed",
            "x-rar",
            "mbox",
            "x-tnef",
            "vnd.ms-outlook-pst");

    private static final Set<String> PICTURES_AND_SOUNDS = Set.of("image", "audio", "video", "font");

    private final DocumentReader reader;
    private final boolean archive;
    private final Budget budget;
    private final int depth;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> limits = new java.util.LinkedHashSet<>();
    private int unread;
    private int cut;

    EmbeddedParts(DocumentReader reader, MediaType container, Budget budget, int depth) {
        this.reader = reader;
        this.archive = ARCHIVES.contains(container.getSubtype());
        this.budget = budget;
        this.depth = depth;
    }

    /** Whether the file that these are in is nothing but their container. */
    boolean ofArchive() {
        return archive;
    }

    List<Part> all() {
        return parts;
    }

    List<String> limits() {
        var all = new ArrayList<>(limits);
        if (unread > 0) all.add("%d of the files inside could not be read".formatted(unread));
        if (cut > 0) all.add("%d of the files inside were read only in part".formatted(cut));
        return all;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        var kind = metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE);
        return kind == null
                || kind.equals("ATTACHMENT")
                || kind.equals("INLINE")
                || kind.equals("ALTERNATE_FORMAT_CHUNK");
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        var name = metadata.get(TikaCoreProperties.INTERNAL_PATH);
        if (name == null || name.isBlank()) name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        take(name == null ? "" : name, bytes(stream, budget.room()));
    }

    /** Reads a file inside, unless that would cost more than is left. */
    void take(String given, byte[] bytes) {
        if (!budget.takePart()) {
            limits.add("only the first %d files inside were read".formatted(Limits.MOST_PARTS));
            return;
        }
        var name = unique(given);
        if (bytes.length > budget.room()) {
            limits.add("files inside unpack to more than is allowed");
            add(name, new byte[0], new Unreadable("it unpacks to more than is allowed"));
            return;
        }
        budget.takeBytes(bytes.length);
        if (archive || isWorthReading(name, bytes)) read(name, bytes);
    }

    private static byte[] bytes(InputStream stream, long room) throws IOException {
        var bytes = stream.readNBytes((int) Math.max(0, Math.min(Integer.MAX_VALUE - 16, room + 1)));
        // Objects inside old Office files come as an open folder without bytes.
        if (bytes.length == 0
                && stream instanceof TikaInputStream tika
                && tika.getOpenContainer() instanceof DirectoryEntry folder) {
            var packed = new ByteArrayOutputStream();
            try (var files = new POIFSFileSystem()) {
                EntryUtils.copyNodes(folder, files.getRoot());
                files.writeFilesystem(packed);
            }
            return packed.toByteArray();
        }
        return bytes;
    }

    /** Pictures and empty things inside a document are part of its looks. */
    private boolean isWorthReading(String name, byte[] bytes) {
        return bytes.length > 0
                && !PICTURES_AND_SOUNDS.contains(reader.type(name, bytes).getType());
    }

    private void read(String name, byte[] bytes) {
        var extraction = depth + 1 > Limits.DEEPEST
                ? new Unreadable("it lies deeper than %d files inside each other".formatted(Limits.DEEPEST))
                : reader.read(name, bytes, budget, depth + 1);
        if (extraction instanceof Extracted extracted
                && !archive
                && extracted.content().blocks().isEmpty()
                && extracted.parts().isEmpty()) return;
        add(name, bytes, extraction);
    }

    private void add(String name, byte[] bytes, Extraction extraction) {
        switch (extraction) {
            case Unreadable _ -> unread++;
            case Extracted extracted
            when !extracted.limits().isEmpty() && !extracted.limits().contains(Extraction.NO_TEXT) -> cut++;
            case Extracted _ -> {}
        }
        parts.add(new Part(name, Sha256.of(bytes), extraction));
    }

    /** A name that is a path below the container and nothing else, and no other part's. */
    private String unique(String given) {
        var name = safe(given);
        if (name.isEmpty()) name = "part-" + (parts.size() + 1);
        var unique = name;
        for (var number = 2; !names.add(unique); number++) unique = name + " (" + number + ")";
        return unique;
    }

    /**
     * Before:  "C:\\..\\..\\etc\\passwd", "a/../b\u0000.md"
     * After:   "etc/passwd", "a/b.md"
     */
    static String safe(String name) {
        var segments = new ArrayList<String>();
        for (var segment : Cleaning.clean(name)
                .replace('\\', '/')
                .replaceAll("[\\n\\t]", " ")
                .split("/", -1)) {
            var words = segment.strip();
            if (!words.isEmpty() && !words.equals(".") && !words.equals("..") && !words.matches("\\p{Alpha}:"))
                segments.add(words.length() > 200 ? words.substring(0, 200) : words);
        }
        return String.join("/", segments.subList(Math.max(0, segments.size() - 30), segments.size()));
    }
}
