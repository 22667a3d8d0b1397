package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Source;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Files made to harm: bombs, endless entities, broken and locked files, names that climb. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFilesTest {
    private static final String CANARY = "canary-5f1d";

    /** Shorter than what the slowest file of the shared set hangs, which is 30 seconds, and not by a hair. */
    private static final Duration DEADLINE = Duration.ofSeconds(25);

    private Path folder = Path.of("");
    private @Nullable WorkerPool opened;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        opened = new WorkerPool(WorkerSettings.usual(temporary.resolve("workers"))
                .withWorkers(1)
                .withDeadline(DEADLINE));
    }

    @AfterAll
    void stop() {
        pool().close();
    }

    @Test
    void a_bomb_is_stopped_before_it_unpacks() throws IOException {
        var bomb = Made.zip("a.txt", new byte[40_000_000], "b.md", bytes("# Read"));
        var extracted = read("bomb.zip", bomb, Extracted.class);
        assertThat(extracted.limits()).contains("files inside unpack to more than is allowed");
        assertThat(extracted.parts().getFirst().extraction())
                .isEqualTo(new Unreadable("it unpacks to more than is allowed"));
        assertThat(extracted.parts().get(1).extraction()).isInstanceOf(Extracted.class);
    }

    @Test
    void thousands_of_entries_are_cut_and_deep_nesting_ends() throws IOException {
        var many = IntStream.range(0, 600)
                .boxed()
                .flatMap(number -> List.of(number + ".md", bytes("# " + number)).stream())
                .toArray();
        var extracted = read("many.zip", Made.zip(many), Extracted.class);
        assertThat(extracted.parts()).hasSize(Limits.MOST_PARTS);
        assertThat(extracted.limits()).contains("only the first 500 files inside were read");

        var deep = bytes("# Bottom");
        var name = "bottom.md";
        for (var depth = 0; depth < 15; depth++) {
            deep = Made.zip(name, deep);
            name = depth + ".zip";
        }
        assertThat(read(name, deep, Extracted.class).limits()).contains("1 of the files inside were read only in part");
    }

    @Test
    void entities_neither_multiply_nor_reach_a_file_or_the_network() throws IOException {
        var secret = folder.resolve("secret.txt");
        Files.writeString(secret, CANARY);
        try (var port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            for (var entity : List.of(secret.toUri().toString(), "http://127.0.0.1:" + port.getLocalPort() + "/x")) {
                var xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"%s\">]><a>before &e; after</a>"
                        .formatted(entity);
                assertThat(read("external.xml", bytes(xml), Extraction.class).toString())
                        .doesNotContain(CANARY);
                var document = Made.zip(
                        "[Content_Types].xml",
                        bytes(TYPES),
                        "_rels/.rels",
                        bytes(RELATIONS),
                        "word/document.xml",
                        bytes(xml));
                assertThat(read("external.docx", document, Extraction.class).toString())
                        .doesNotContain(CANARY);
            }
            port.setSoTimeout(1);
            assertThat(org.assertj.core.api.Assertions.catchThrowable(port::accept))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"ha\">");
        for (var level = 1; level < 30; level++)
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(level, level - 1, level - 1));
        assertThat(read("laughs.xml", bytes(laughs + "]><l>&l29;</l>"), Extraction.class)
                        .toString()
                        .length())
                .isLessThan(10_000);
    }

    @Test
    void a_picture_is_not_damaged_but_holds_no_text() throws IOException {
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        assertThat(read("diagram.png", picture, Unreadable.class).reason())
                .isEqualTo("it is a picture, and pictures hold no text that can be read");
    }

    @Test
    void a_whole_picture_is_a_document_without_text() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        assertThat(read("diagram.png", picture.toByteArray(), Extracted.class).limits())
                .containsExactly(Extraction.NO_TEXT);
    }

    @Test
    void broken_and_locked_files_have_a_reason() throws IOException {
        var word = Made.office("a.docx");
        assertThat(read("half.docx", Arrays.copyOf(word, word.length / 2), Unreadable.class)
                        .reason())
                .contains("damaged");
        assertThat(read("zeros.docx", new byte[2_000], Extraction.class)).isNotNull();
        assertThat(read("no.pdf", bytes("%PDF-1.7\n garbage"), Unreadable.class).reason())
                .contains("damaged");
        assertThat(read("locked.pdf", lockedPdf(), Unreadable.class).reason()).isEqualTo(Faults.PROTECTED);

        var locked = Made.zip("a.md", bytes("# Secret"));
        // Bit 0 of the flags says that an entry is encrypted: in its own header and in the list at the end.
        locked[6] |= 1;
        locked[indexOf(locked, "PK\u0001\u0002") + 8] |= 1;
        assertThat(read("locked.zip", locked, Unreadable.class).reason())
                .isEqualTo("files inside are protected by a password");
    }

    @Test
    void names_that_climb_stay_inside_their_archive() throws IOException {
        var extracted = read(
                "climb.zip",
                Made.zip(
                        "../../a.md",
                        bytes("# A"),
                        "/etc/b.md",
                        bytes("# B"),
                        "C:\\x\\..\\c.md",
                        bytes("# C"),
                        "d\u202Efdp.md",
                        bytes("# D")),
                Extracted.class);
        assertThat(extracted.parts()).extracting(Part::name).containsExactly("a.md", "etc/b.md", "x/c.md", "d␦fdp.md");
    }

    @Test
    void text_made_to_stall_is_read() throws IOException {
        for (var text : List.of(
                ">".repeat(100_000),
                "[".repeat(100_000),
                "`".repeat(99_999) + "a",
                "* a\n".repeat(50_000),
                "<div>".repeat(20_000),
                "a".repeat(1_000_000),
                "e" + "\u0301".repeat(200_000),
                "| a ".repeat(50_000),
                "== ==\nx\n\n".repeat(20_000)))
            for (var name : List.of("a.md", "a.rst", "a.adoc", "a.txt", "a.html"))
                assertThat(read(name, bytes(text), Extraction.class))
                        .as("%s %.10s", name, text)
                        .isInstanceOf(Extracted.class);
    }

    @Test
    void the_mock_files_of_the_shared_set_end_as_they_may() throws IOException {
        var shared = Path.of("..", "..", "shared", "hostile");
        if (!Files.exists(shared.resolve("manifest.csv"))) {
            System.out.println("No shared hostile files beside the repository: only the project's own are tested.");
            return;
        }
        for (var row : Files.readAllLines(shared.resolve("manifest.csv"))) {
            var cells = row.split(",", -1);
            if (!cells[0].startsWith("mock/")) continue;
            var extraction = pool().extract(new Source(cells[0], shared.resolve(cells[0]), List.of()));
            var outcome = switch (extraction) {
                case Unreadable _ -> "rejects-with-error";
                case Extracted extracted -> extracted.limits().isEmpty() ? "extracts" : "extracts-partially";
            };
            assertThat((cells[2] + "|" + cells[5]).split("\\|", -1))
                    .as("%s: %s", cells[0], extraction)
                    .contains(outcome);
        }
    }

    private static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private static final String RELATIONS =
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    private static byte[] lockedPdf() throws IOException {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                    "owner", "user", new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static int indexOf(byte[] bytes, String mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark);
    }

    private WorkerPool pool() {
        return Objects.requireNonNull(opened);
    }

    private <T extends Extraction> T read(String name, byte[] bytes, Class<T> kind) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, bytes);
        var extraction = pool().extract(new Source(name, file, List.of()));
        assertThat(extraction).as(name).isInstanceOf(kind);
        return kind.cast(extraction);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
