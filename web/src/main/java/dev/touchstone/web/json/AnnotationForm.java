package dev.touchstone.web.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference as a Web Annotation of the W3C: a body, which says what a sentence refers to, and a target, which says where it
 * stands. What is unknown is left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnnotationForm(String id, String type, String motivation, Body body, Target target) {

    /** The value, and how the sentence bears on it; all but the first three keys are terms of our own. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            String type,
            String purpose,
            String value,
            boolean explicit,
            String stance,
            String about,
            boolean drawback,
            String effect,
            String role,
            boolean boilerplate,
            BigDecimal confidence,
            @Nullable String decision,
            List<String> signals) {}

    /** A place in a document, and where a reader finds it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            String type,
            Source source,
            @Nullable String section,
            @Nullable Integer page,
            List<Selector> selector) {}

    /** The document; its address is the hash of its bytes (RFC 6920). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Source(
            String id,
            String type,
            String path,
            @Nullable String title,
            @Nullable String language) {}

    /** A place in the text of the document. */
    sealed interface Selector {
        String type();

        /** By numbers of Unicode characters, which are not the UTF-16 units of the other files. */
        @JsonPropertyOrder({"type", "start", "end"})
        record Position(String type, int start, int end) implements Selector {}

        /** By the words themselves and those around them. */
        @JsonPropertyOrder({"type", "exact", "prefix", "suffix"})
        record Quotation(String type, String exact, String prefix, String suffix) implements Selector {}
    }
}
