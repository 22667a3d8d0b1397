package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads HTML with jsoup. What surrounds the article (navigation, banners, footers) is left out. */
public final class HtmlReader implements TextReader {
    @Override
    public TextDocument read(String text) {
        var document = Jsoup.parse(text);
        var fields = fields(document);
        dropSurroundings(document);
        var builder = new ContentBuilder();
        var blocks = new MarkupBlocks(builder);
        walk(document.body(), blocks);
        return TextDocument.of(builder, fields);
    }

    /** Reads a piece of HTML inside another format; its tags may be closed elsewhere. */
    static void readFragment(String html, ContentBuilder builder, Kind outer, int level) {
        // The XML parser keeps table rows that have no table around them, where the HTML parser would drop the tags.
        walk(Jsoup.parse(html, "", Parser.xmlParser()), new MarkupBlocks(builder, outer, level));
    }

    private static void walk(Node root, MarkupBlocks blocks) {
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) blocks.words(words.getWholeText());
                        else if (node instanceof Element element) blocks.open(name(element), element.attr("href"));
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) blocks.close(name(element));
                    }
                },
                root);
        blocks.finish();
    }

    private static String name(Element element) {
        return element.normalName();
    }

    private static List<Field> fields(Document document) {
        var fields = new ArrayList<Field>();
        add("title", document.title(), fields);
        for (var meta : document.select("meta[name][content]"))
            add(meta.attr("name").toLowerCase(Locale.ROOT), meta.attr("content"), fields);
        return fields;
    }

    private static void add(String name, String value, List<Field> fields) {
        if (!value.isBlank())
            fields.add(new Field(Cleaning.clean(name.strip()), Cleaning.clean(value.strip()), Origin.PROPERTIES));
    }

    private static void dropSurroundings(Document document) {
        document.select(
                        "nav, [role=navigation], [role=search], [aria-hidden=true], [hidden], symbol, svg title, svg symbol, .skip-link, .sr-only, .visually-hidden")
                .remove();
        for (var banner : document.select("header, footer, [role=banner], [role=contentinfo]"))
            if (banner.closest("article, main, section, blockquote") == null
                    && banner.selectFirst("h1, h2, p:nth-of-type(3)") == null) banner.remove();
    }
}
