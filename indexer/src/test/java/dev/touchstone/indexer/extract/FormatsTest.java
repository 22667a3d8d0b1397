package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.structure.DateText;
import dev.touchstone.indexer.extract.text.Shown;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format that gets structure, made here and read back: what a dropped parser or a changed version would break. */
class FormatsTest {
    /** Costs seconds to make, and keeps nothing between files. */
    private static final DocumentReader READER = new DocumentReader();

    @Test
    void a_word_document_has_headings_items_and_cells() throws Exception {
        var extracted = read("a.docx", Made.office("a.docx"));
        assertThat(extracted.mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(Shown.blocks(extracted.content())).containsExactly(Made.BLOCKS);
        assertThat(extracted.fields()).contains(new Field("dc:title", "One queue", Field.Origin.PROPERTIES));
    }

    @Test
    void a_pdf_has_headings_items_cells_and_pages() throws Exception {
        var extracted = read("a.pdf", Made.office("a.pdf"));
        assertThat(Shown.blocks(extracted.content())).containsExactly(Made.BLOCKS);
        assertThat(extracted.content().blocks()).allMatch(block -> block.page() == 1);
    }

    @Test
    void slides_have_titles_in_their_order() throws Exception {
        var extracted = read("a.pptx", Made.office("a.pptx"));
        assertThat(Shown.blocks(extracted.content()))
                .containsExactly(
                        "h1 One queue",
                        "li1 We keep one queue.",
                        "h2 Why",
                        "li1 Cheap to run",
                        "li1 Easy to see",
                        "td1 Option",
                        "td2 Cost",
                        "td1 Queue",
                        "td2 low");
    }

    @Test
    void open_documents_have_headings_and_items() throws Exception {
        var extracted = read("a.odt", Made.openDocument());
        assertThat(Shown.blocks(extracted.content()))
                .containsExactly("h1 One queue", "p We keep one queue.", "li1 Cheap to run", "td1 Option", "td2 Cost");
    }

    @Test
    void rich_text_is_read() {
        var extracted = read("a.rtf", bytes("{\\rtf1\\ansi One queue.\\par We keep it.\\par}"));
        assertThat(Shown.blocks(extracted.content())).containsExactly("p One queue.", "p We keep it.");
    }

    @Test
    void html_is_read_without_what_surrounds_it() {
        var extracted = read(
                "a.html",
                bytes(
                        "<html><head><title>T</title><style>x{}</style></head><body><nav>Home</nav><header>Banner</header><main><h1>One queue</h1>"
                                + "<p>We <b>keep</b> it.<!-- no --></p><ul><li>Cheap</li></ul></main><footer>Imprint</footer><script>x()</script></body></html>"));
        assertThat(Shown.blocks(extracted.content())).containsExactly("h1 One queue", "p We keep it.", "li1 Cheap");
    }

    @Test
    void a_mail_has_a_title_and_parts_and_its_quotations_and_signature_are_apart() {
        var extracted = read("a.eml", bytes("""
                        From: Ann <ann@a.example>
                        To: Bob <bob@a.example>
                        Subject: =?utf-8?Q?One_queue_=E2=80=93_decided?=
                        Date: Thu, 19 Feb 2026 16:12:08 +0000
                        MIME-Version: 1.0
                        Content-Type: multipart/mixed; boundary=b

                        --b
                        Content-Type: text/plain; charset=utf-8

                        We keep one queue.

                        On Wed, Bob wrote:
                        > Two would be safer.

                        --\s
                        Ann, Head of Queues
                        --b
                        Content-Type: text/markdown; name="why.md"
                        Content-Disposition: attachment; filename="why.md"

                        # Why
                        --b--
                        """));
        assertThat(Shown.blocks(extracted.content()))
                .containsExactly(
                        "h1 One queue – decided", "p We keep one queue.", "q On Wed, Bob wrote: Two would be safer.");
        assertThat(extracted.fields())
                .contains(new Field("Date", "Thu, 19 Feb 2026 16:12:08 +0000", Field.Origin.HEADER));
        assertThat(extracted.parts()).extracting(Part::name).containsExactly("why.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 19 Feb 2026 23:40:08 -0800",
                "Thu, 19 Feb 2026 23:40:08 -0800 (PST)",
                "Thu, 19 Feb 2026 23:40:08 PST",
                "19 Feb 26 00:15 +1300"
            })
    void a_mail_is_of_the_day_on_its_senders_own_clock(String date) {
        var extracted = read("a.eml", bytes("""
                        From: Ann <ann@a.example>
                        Subject: One queue
                        Date: %s

                        We keep one queue.
                        """.formatted(date)));
        assertThat(extracted.fields())
                .filteredOn(field -> field.name().equals("Date"))
                .map(field -> DateText.in(field.value()).orElseThrow().date())
                .containsExactly(LocalDate.of(2026, 2, 19));
    }

    @Test
    void a_memo_keeps_a_date_that_no_mail_program_would_write() {
        var extracted = read("a.txt", bytes("""
                        From: Ann
                        To: All staff
                        Date: 29 September 2025
                        Subject: One queue

                        We keep one queue.
                        """));
        assertThat(Shown.blocks(extracted.content())).containsExactly("h1 One queue", "p We keep one queue.");
        assertThat(extracted.fields()).contains(new Field("Date", "29 September 2025", Field.Origin.HEADER));
    }

    @Test
    void an_archive_has_its_files_as_parts_which_have_their_own_structure() throws Exception {
        var extracted = read(
                "a.zip",
                Made.zip(
                        "notes/why.md",
                        bytes("# Why"),
                        "a.docx",
                        Made.office("a.docx"),
                        "../../escape.txt",
                        bytes("Words.")));
        assertThat(extracted.parts()).extracting(Part::name).containsExactly("notes/why.md", "a.docx", "escape.txt");
        assertThat(Shown.blocks(((Extracted) extracted.parts().getFirst().extraction()).content()))
                .containsExactly("h1 Why");
        assertThat(Shown.blocks(((Extracted) extracted.parts().get(1).extraction()).content()))
                .containsExactly(Made.BLOCKS);
    }

    @Test
    void text_is_decoded_by_what_it_is() {
        var words = "Über café – naïve résumé of the board";
        assertThat(read("a.md", bytes(words)).content().text()).isEqualTo(words);
        assertThat(read("a.txt", ("\uFEFF" + words).getBytes(StandardCharsets.UTF_16LE))
                        .content()
                        .text())
                .isEqualTo(words);
        assertThat(read("a.txt", words.getBytes(StandardCharsets.UTF_16LE))
                        .content()
                        .text())
                .isEqualTo(words);
        assertThat(read(
                                "a.txt",
                                "Übrigens: Qualität für alle Menschen, größer als nötig"
                                        .getBytes(StandardCharsets.ISO_8859_1))
                        .content()
                        .text())
                .isEqualTo("Übrigens: Qualität für alle Menschen, größer als nötig");
    }

    @Test
    void the_content_decides_the_type_and_not_the_name() throws Exception {
        assertThat(read("a.pdf", Made.zip("why.md", bytes("# Why"))).mediaType())
                .isEqualTo("application/zip");
        assertThat(read("a.txt", Made.office("a.pdf")).mediaType()).isEqualTo("application/pdf");
        assertThat(read("a.txt", bytes("<!DOCTYPE html><html><body><p>x</p></body></html>"))
                        .mediaType())
                .isEqualTo("text/html");
    }

    @Test
    void languages_are_told_apart_and_code_is_no_language() {
        var german =
                "Wir haben beschlossen, die Warteschlange zu behalten, weil sie günstig ist und jeder sie versteht. Die zweite wäre teurer und niemand würde sie pflegen, also bleibt es bei der einen, die wir schon kennen und mögen.";
        var english =
                "We decided to keep the queue, because it is cheap and everybody understands it. The second one would cost more and nobody would look after it, so we stay with the one that we know and like already, for now.";
        assertThat(read("a.md", bytes(german)).language()).isEqualTo("de");
        assertThat(read("a.md", bytes(english + "\n\n```\n" + german + german + "\n```\n"))
                        .language())
                .isEqualTo("en");
        assertThat(read("a.md", bytes("Too short to say.")).language()).isEmpty();
    }

    @Test
    void a_file_without_words_says_so() {
        assertThat(read("a.txt", bytes(" \n \n")).limits()).containsExactly(Extraction.NO_TEXT);
    }

    private Extracted read(String name, byte[] bytes) {
        return (Extracted) READER.read(name, bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
