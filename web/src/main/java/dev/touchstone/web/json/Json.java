package dev.touchstone.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * JSON as this program writes it: keys in snake case in the order of the record's components, line feeds, numbers as they
 * are. The same value gives the same text.
 */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** The value as text that ends with a line feed. */
    public static String text(Object value) {
        var text = new StringWriter();
        write(value, text);
        return text.toString();
    }

    /** Writes the value and a line feed; the writer stays open. */
    public static void write(Object value, Writer out) {
        try {
            MAPPER.writer(new Layout()).writeValue(out, value);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The value on one line, without a line feed. */
    public static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException bug) {
            throw new IllegalArgumentException("not a value that can be written: " + value.getClass(), bug);
        }
    }

    /** A number somewhere inside what the value is written as; empty when none stands there. */
    public static Optional<BigDecimal> number(Object value, List<String> path) {
        JsonNode node = MAPPER.valueToTree(value);
        for (var key : path) node = node.path(key);
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }

    /**
     * Reads a value back.
     *
     * @param place where the text is from, for messages
     * @throws BadInput when the text is not such a value
     */
    public static <T> T read(Class<T> type, String text, String place) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            var location = wrong.getLocation();
            throw new BadInput("%s:%d: %s"
                    .formatted(
                            place, location == null ? 1 : location.getLineNr(), oneLine(wrong.getOriginalMessage())));
        }
    }

    /** Reads a value from one line of a file of many; {@code place} has the line's number already. */
    public static <T> T readLine(Class<T> type, String text, String place) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException wrong) {
            throw new BadInput("%s: not such a line of JSON: %s".formatted(place, oneLine(wrong.getOriginalMessage())));
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
