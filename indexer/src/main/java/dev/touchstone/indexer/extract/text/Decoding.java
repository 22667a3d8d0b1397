package dev.touchstone.indexer.extract.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Which characters a text file's bytes mean, where that is certain. What is not is left to a guess that says so. */
public final class Decoding {
    private static final List<Mark> MARKS = List.of(
            new Mark("\u00EF\u00BB\u00BF", StandardCharsets.UTF_8),
            new Mark("\u00FF\u00FE\0\0", StandardCharsets.UTF_32LE),
            new Mark("\0\0\u00FE\u00FF", StandardCharsets.UTF_32BE),
            new Mark("\u00FF\u00FE", StandardCharsets.UTF_16LE),
            new Mark("\u00FE\u00FF", StandardCharsets.UTF_16BE));

    private Decoding() {}

    /** The characters, when a byte order mark names the encoding or the bytes are UTF-8 from end to end. */
    public static Optional<String> certain(byte[] bytes) {
        for (var mark : MARKS)
            if (mark.begins(bytes))
                return Optional.of(
                        new String(bytes, mark.bytes.length(), bytes.length - mark.bytes.length(), mark.charset));
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** How an encoding of Unicode announces itself; each character is one byte. */
    private record Mark(String bytes, Charset charset) {
        boolean begins(byte[] file) {
            return file.length >= bytes.length()
                    && new String(file, 0, bytes.length(), StandardCharsets.ISO_8859_1).equals(bytes);
        }
    }
}
