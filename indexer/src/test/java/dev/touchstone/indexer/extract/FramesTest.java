package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Content;
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
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FramesTest {
    private static final Extracted WHOLE = new Extracted(
            "text/markdown",
            "en",
            new Content(
                    "Title\n\nWörter 😀",
                    List.of(
                            new Block(Kind.HEADING, 1, new Span(0, 5), 0),
                            new Block(Kind.PARAGRAPH, 0, new Span(7, 16), 3)),
                    List.of(new Link(new Span(7, 13), "a.md")),
                    List.of(new Span(0, 5))),
            List.of(new Field("status", "accepted", Field.Origin.HEADER)),
            List.of("cut"),
            List.of(new Part("a/b.md", "00ff", new Unreadable("damaged"))));

    @Example
    void a_reply_arrives_as_it_was_sent() throws IOException {
        var reply = new Frames.Reply(WHOLE, true);
        assertThat(Frames.decodeReply(overTheWire(Frames.encode(reply)))).isEqualTo(reply);
    }

    @Example
    void a_request_arrives_as_it_was_sent() throws IOException {
        var request =
                Frames.decodeRequest(overTheWire(Frames.encode(new Frames.Request("ä.md", new byte[] {1, 2, 3}))));
        assertThat(request.name()).isEqualTo("ä.md");
        assertThat(request.bytes()).containsExactly(1, 2, 3);
    }

    @Property(tries = 500)
    void what_a_worker_gone_mad_writes_is_an_input_error_and_nothing_worse(@ForAll byte[] bytes, @ForAll int cut) {
        var reply = Frames.encode(new Frames.Reply(WHOLE, false));
        for (var index = 0; index < bytes.length; index++)
            reply[Math.floorMod(cut + index, reply.length)] = bytes[index];
        var thrown = catchThrowable(() -> Frames.decodeReply(reply));
        if (thrown != null) assertThat(thrown).isInstanceOf(IOException.class);
        assertThat(catchThrowable(() -> Frames.receive(new DataInputStream(new ByteArrayInputStream(bytes)))))
                .isInstanceOf(IOException.class);
    }

    private static byte[] overTheWire(byte[] payload) throws IOException {
        var wire = new ByteArrayOutputStream();
        Frames.send(new DataOutputStream(wire), payload);
        return Frames.receive(new DataInputStream(new ByteArrayInputStream(wire.toByteArray())));
    }
}
