package dev.touchstone.indexer.extract.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** The text formats that have readers of their own. They have no magic bytes: a name or their habits give them away. */
public enum TextFormat {
    MARKDOWN("text/markdown", ".md .mdx .markdown .mkd .md.erb"),
    RESTRUCTURED_TEXT("text/x-rst", ".rst .rest"),
    ASCIIDOC("text/asciidoc", ".adoc .asciidoc .asc"),
    HTML("text/html", ".html .htm .xhtml"),
    PLAIN("text/plain", ".txt .text");

    private static final Pattern MARKDOWN_HABIT =
            Pattern.compile("^(?:#{1,6} \\S|```|[*-] \\*\\*|\\|[ :-]+\\|)", Pattern.MULTILINE);
    private static final Pattern RST_HABIT = Pattern.compile(
            "^(?:\\.\\. [\\w-]{1,40}+::|\\.\\. _[^:\\n]{1,80}+:)|^(?!.*\\|)\\S.{2,80}+\\n([=~-])\\1{2,}+$|^PEP: \\d+$",
            Pattern.MULTILINE);
    private static final Pattern ASCIIDOC_HABIT =
            Pattern.compile("^(?:={1,5} \\S|:[\\w-]{1,40}+: |\\|===|\\[(?:source|NOTE|cols)\\b)", Pattern.MULTILINE);
    private static final Pattern HTML_START = Pattern.compile(
            "\\A\\s*+(?:<!--(?:[^-]|-(?!->)){0,5000}+-->\\s*+)?+<(?:!doctype html|html|head|body)[\\s>]",
            Pattern.CASE_INSENSITIVE);

    /** Enough of a text to know its habits. */
    private static final int SAMPLE = 20_000;

    private final String mediaType;
    private final String endings;

    TextFormat(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    public TextReader reader() {
        return switch (this) {
            case MARKDOWN -> new MarkdownReader();
            case RESTRUCTURED_TEXT -> new RestructuredTextReader();
            case ASCIIDOC -> new AsciidocReader();
            case HTML -> new HtmlReader();
            case PLAIN -> new PlainTextReader();
        };
    }

    /** The format of a text; its name decides between formats that look alike, and HTML is HTML whatever its name. */
    public static TextFormat of(String name, String text) {
        if (HTML_START.matcher(text).lookingAt()) return HTML;
        var lower = name.toLowerCase(Locale.ROOT);
        for (var format : values()) if (format != PLAIN && format.claims(lower)) return format;
        return byHabit(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text);
    }

    private boolean claims(String name) {
        for (var ending : endings.split(" ", -1)) if (name.endsWith(ending)) return true;
        return false;
    }

    private static TextFormat byHabit(String sample) {
        var markdown = count(MARKDOWN_HABIT, sample);
        var restructured = count(RST_HABIT, sample);
        var asciidoc = count(ASCIIDOC_HABIT, sample);
        if (asciidoc >= 2
                && asciidoc > markdown
                && asciidoc > restructured
                && sample.stripLeading().startsWith("=")) return ASCIIDOC;
        if (restructured >= 2 && restructured > markdown) return RESTRUCTURED_TEXT;
        return markdown >= 2 ? MARKDOWN : PLAIN;
    }

    private static long count(Pattern pattern, String sample) {
        return pattern.matcher(sample).results().limit(100).count();
    }
}
