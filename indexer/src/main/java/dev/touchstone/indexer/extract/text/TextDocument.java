package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Field;
import java.util.List;

/**
 * What a reader found in one text.
 *
 * @param fields front matter and header lists, which are not in the content
 * @param limits what was cut, each a sentence for a person
 */
public record TextDocument(Content content, List<Field> fields, List<String> limits) {
    public TextDocument {
        fields = List.copyOf(fields);
        limits = List.copyOf(limits);
    }

    static TextDocument of(ContentBuilder builder, List<Field> fields) {
        var content = builder.build();
        return new TextDocument(content, fields, builder.isCut() ? List.of(TOO_LONG) : List.of());
    }

    private static final String TOO_LONG =
            "only the first %,d characters were read".formatted(ContentBuilder.LONGEST_TEXT);
}
