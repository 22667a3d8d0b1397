package dev.touchstone.indexer.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.SAXParseException;

/** What a parser's exception means, in words for a person who knows nothing of parsers. */
final class Faults {
    static final String TOO_LONG = "only the first %,d characters were read".formatted(Limits.MOST_CHARACTERS);
    static final String PROTECTED = "it is protected by a password";

    private static final int MOST_CAUSES = 20;

    private Faults() {}

    /**
     * What to do about a fault.
     *
     * @param reason a sentence for a person
     * @param keepsText whether what was read before the fault can be trusted
     */
    record Verdict(String reason, boolean keepsText) {}

    /**
     * Judges a fault.
     *
     * @param type as people call it, such as "DOCX"; empty when it has no such name
     */
    static Verdict judge(Throwable fault, String type) {
        var cause = fault;
        var stumbled = false;
        for (var depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            var reason = known(cause);
            if (!reason.isEmpty()) return new Verdict(reason, true);
            stumbled |= cause instanceof RuntimeException;
            cause = cause.getCause();
        }
        // A reader that noticed the damage stopped in time; one that stumbled over it may have written nonsense before.
        return new Verdict(
                type.isEmpty()
                        ? "it is damaged, or not the file that it seems to be"
                        : "it is damaged, or not the %s file that it seems to be".formatted(type),
                !stumbled);
    }

    /** What a parser noted about files inside and went on. */
    static List<String> hidden(Metadata metadata) {
        var traces = metadata.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM);
        if (traces.length == 0) return List.of();
        var locked = Arrays.stream(traces).anyMatch(trace -> trace.contains("Encrypted"));
        return List.of(
                locked ? "files inside are protected by a password" : "some of the files inside could not be unpacked");
    }

    private static String known(Throwable cause) {
        var message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        return switch (cause) {
            case EncryptedDocumentException _ -> PROTECTED;
            case org.apache.poi.EncryptedDocumentException _ -> PROTECTED;
            case XhtmlBlocks.Full _ -> TOO_LONG;
            case ZeroByteFileException _ -> "the file is empty";
            case UnsupportedFormatException _ -> "this version of its format is not supported";
            case TikaMemoryLimitException _ -> "reading needs more memory than is allowed for one file";
            case SAXParseException _
            when message.contains("doctype") || message.contains("entit") ->
                "its XML refers to entities, which are not followed";
            case SAXParseException _ -> "its XML is not well formed";
            case OpenXML4JRuntimeException _ -> "its package is damaged";
            default -> byMessage(message);
        };
    }

    private static String byMessage(String message) {
        if (message.contains("zip bomb") || message.contains("zipsecurefile"))
            return "it unpacks to far more than it should (a bomb)";
        if (message.contains("encrypted") || message.contains("password")) return PROTECTED;
        return "";
    }
}
