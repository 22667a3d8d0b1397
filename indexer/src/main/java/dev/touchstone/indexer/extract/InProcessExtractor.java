package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.extract.text.Decoding;
import dev.touchstone.indexer.extract.text.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Reads text formats (Markdown, reStructuredText, AsciiDoc, HTML, plain text) in this very process. For text that we wrote
 * ourselves, as in tests: nothing guards this process against a hostile file.
 */
public final class InProcessExtractor implements Extractor {
    private final Language language = new Language();

    @Override
    public Extraction extract(Source source) {
        try {
            return Decoding.certain(Files.readAllBytes(source.file()))
                    .map(text -> read(source.path(), text))
                    .orElseGet(() -> new Extraction.Unreadable("not a text in UTF-8"));
        } catch (IOException unreadable) {
            return new Extraction.Unreadable("the file cannot be opened");
        }
    }

    /** Reads a text as if it stood in a file of this name. */
    public Extraction read(String name, String text) {
        var format = TextFormat.of(name, text);
        var document = format.reader().read(text);
        return new Extraction.Extracted(
                format.mediaType(),
                language.of(document.content()),
                document.content(),
                document.fields(),
                document.limits(),
                List.of());
    }

    @Override
    public void close() {}
}
