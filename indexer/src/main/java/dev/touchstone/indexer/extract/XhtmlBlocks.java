package dev.touchstone.indexer.extract;

import dev.touchstone.indexer.extract.text.ContentBuilder;
import dev.touchstone.indexer.extract.text.MarkupBlocks;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML that Tika's parsers write into blocks. */
final class XhtmlBlocks extends DefaultHandler {
    private final ContentBuilder builder;
    private final MarkupBlocks blocks;
    private final boolean pages;
    private int page;
    private int skipped;

    XhtmlBlocks(ContentBuilder builder) {
        this(builder, true);
    }

    private XhtmlBlocks(ContentBuilder builder, boolean pages) {
        this.builder = builder;
        this.blocks = new MarkupBlocks(builder);
        this.pages = pages;
    }

    /** Leaves out what stands on pages. */
    static XhtmlBlocks besidePages(ContentBuilder builder) {
        return new XhtmlBlocks(builder, false);
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXException {
        if (builder.isCut()) throw new Full();
        if (skipped > 0 || (!pages && isPage(attributes))) {
            skipped++;
            return;
        }
        if (localName.equals("div") && isPage(attributes)) builder.page(++page);
        var target = attributes.getValue("href");
        blocks.open(localName, target == null ? "" : target);
    }

    /** Slides are pages too. */
    private static boolean isPage(Attributes attributes) {
        var kind = attributes.getValue("class");
        return "page".equals(kind) || "slide-content".equals(kind);
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        if (skipped > 0) skipped--;
        else blocks.close(localName);
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (skipped == 0) blocks.words(new String(characters, start, length));
    }

    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) {
        if (skipped == 0) blocks.words(" ");
    }

    @Override
    public void endDocument() {
        blocks.finish();
    }

    /** The text has reached its limit; reading on is waste. */
    static final class Full extends SAXException {
        private static final long serialVersionUID = 1;

        Full() {
            super("the text is full");
        }
    }
}
