package dev.touchstone.indexer.extract.text;

import dev.touchstone.auditor.document.Block.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown (CommonMark with GitHub's tables) and MDX. Markup, link targets, images and comments are left out; what
 * tags enclose stays.
 */
public final class MarkdownReader implements TextReader {
    /** Deeper nesting than this is an attack; what is deeper becomes plain words. */
    private static final int DEEPEST = 100;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    @Override
    public TextDocument read(String text) {
        var frontMatter = FrontMatter.of(Cleaning.clean(text));
        var builder = new ContentBuilder();
        new Walk(builder).over(PARSER.parse(MarkdownLines.prepare(frontMatter.body())));
        return TextDocument.of(builder, frontMatter.fields());
    }

    /** One pass over the tree, without recursion: documents nest deeper than the stack. */
    private static final class Walk {
        private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,100}+](?::\\s*+)?+");
        private static final Pattern TASK = Pattern.compile("\\A\\[[ xX]]\\s++");
        private static final Pattern ALERT = Pattern.compile("\\A\\[!\\p{L}{1,20}+]\\s*+");
        private static final Pattern LABEL =
                Pattern.compile("\\A\\p{Lu}[\\p{L}\\p{N}' /-]{1,30}+:(?:\\s.*+)?+", Pattern.DOTALL);
        /** Tags that stand in a cell or a line and end what goes before: {@code <br>}, {@code </p>}, {@code <li>}. */
        private static final Pattern BREAK = Pattern.compile(
                "^<(?:br\\s*+/?|/?(?:p|div|ul|ol|li|tr|td|th|table|h[1-6]|hr|pre|blockquote)\\b[^>]*+)>",
                Pattern.CASE_INSENSITIVE);

        private final ContentBuilder out;
        private final Deque<Integer> linkStarts = new ArrayDeque<>();
        private int strongDepth;
        private int strongStart;
        private int quotes;
        private int lists;
        private int column;
        private boolean itemBegins;
        private boolean taskMayBegin;
        private boolean alertBegins;

        private Walk(ContentBuilder out) {
            this.out = out;
        }

        private void over(Node root) {
            Node node = root;
            while (true) {
                var descend = enter(node);
                if (descend && node.getFirstChild() != null) {
                    node = node.getFirstChild();
                    continue;
                }
                while (true) {
                    leave(node);
                    if (node.equals(root)) return;
                    if (node.getNext() != null) {
                        node = node.getNext();
                        break;
                    }
                    node = node.getParent();
                }
            }
        }

        /** Answers whether the children are to be visited. */
        private boolean enter(Node node) {
            switch (node) {
                case BlockQuote quote -> enterQuote(quote);
                case ListBlock _ -> lists++;
                case ListItem _ -> itemBegins = true;
                case Paragraph _ -> enterParagraph();
                case Heading heading -> out.begin(Kind.HEADING, heading.getLevel());
                case TableRow _ -> column = 0;
                case TableCell _ -> out.begin(Kind.TABLE_CELL, ++column);
                case FencedCodeBlock code -> out.code(code.getLiteral());
                case IndentedCodeBlock code -> out.code(code.getLiteral());
                case HtmlBlock html -> HtmlReader.readFragment(html.getLiteral(), out, proseKind(), 0);
                case Text words -> out.write(words(words.getLiteral()));
                case Code code -> out.write(code.getLiteral());
                case SoftLineBreak line -> softBreak(line);
                case HardLineBreak _ -> out.lineBreak();
                case HtmlInline tag -> inlineTag(tag.getLiteral());
                case Link _ -> linkStarts.push(out.linkStart());
                case StrongEmphasis _ -> {
                    if (strongDepth++ == 0) strongStart = out.linkStart();
                }
                case Image _, LinkReferenceDefinition _ -> {
                    return false;
                }
                default -> {}
            }
            return true;
        }

        private void leave(Node node) {
            switch (node) {
                case BlockQuote quote -> quotes -= isAlert(quote) ? 0 : 1;
                case ListBlock _ -> lists--;
                case ListItem _ -> itemBegins = false;
                case Paragraph _, Heading _, TableCell _, TableBlock _ -> out.end();
                case Link link -> out.link(linkStarts.pop(), link.getDestination());
                case StrongEmphasis _ -> {
                    if (--strongDepth == 0) out.strong(strongStart);
                }
                default -> {}
            }
        }

        private void enterQuote(BlockQuote quote) {
            if (isAlert(quote)) alertBegins = true;
            else quotes++;
        }

        /** GitHub's "> [!NOTE]" is a coloured box around the author's own words. */
        private static boolean isAlert(BlockQuote quote) {
            return quote.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Text words
                    && ALERT.matcher(words.getLiteral()).lookingAt();
        }

        private void enterParagraph() {
            taskMayBegin = itemBegins;
            if (itemBegins && quotes == 0) out.begin(Kind.LIST_ITEM, lists);
            else out.begin(proseKind(), 0);
            itemBegins = false;
        }

        private Kind proseKind() {
            return quotes > 0 ? Kind.QUOTATION : Kind.PARAGRAPH;
        }

        private String words(String literal) {
            var words = literal;
            if (taskMayBegin) words = TASK.matcher(words).replaceFirst("");
            if (alertBegins) words = ALERT.matcher(words).replaceFirst("");
            taskMayBegin = false;
            alertBegins = false;
            if (words.contains("[^")) words = FOOTNOTE.matcher(words).replaceAll("");
            return words.contains("~~") ? words.replace("~~", "") : words;
        }

        /** A line that begins with a label ("Status: accepted") is a line of its own, whatever Markdown makes of it. */
        private void softBreak(SoftLineBreak line) {
            var next = line.getNext();
            if (next instanceof StrongEmphasis strong && strong.getFirstChild() instanceof Text label) {
                var rest = strong.getNext() instanceof Text words ? words.getLiteral() : "";
                next = new Text(label.getLiteral() + rest);
            }
            if (next instanceof Text words && LABEL.matcher(words.getLiteral()).matches()) out.lineBreak();
            else out.write(" ");
        }

        private void inlineTag(String tag) {
            if (BREAK.matcher(tag).matches()) out.lineBreak();
        }
    }
}
