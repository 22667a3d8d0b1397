package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Content;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extraction.Part;
import dev.touchstone.auditor.document.Extraction.Unreadable;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.indexer.extract.Faults.Verdict;
import dev.touchstone.indexer.extract.text.ContentBuilder;
import dev.touchstone.indexer.extract.text.TextFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads any file that Tika or a reader of ours knows, and the files inside it. Only ever in a worker process: what the
 * libraries below do with a hostile file is anybody's guess.
 */
final class DocumentReader {
    private static final MediaType PDF = MediaType.application("pdf");
    /** Subtypes of the pictures that cameras, scanners and screens make; drawings such as DWG and SVG do hold text. */
    private static final Set<String> PICTURES =
            Set.of("png", "jpeg", "gif", "bmp", "tiff", "webp", "heic", "heif", "avif", "x-icon");

    /** Said of a picture that stops its reader: whole or damaged, there is nothing in it for us. */
    private static final String PICTURE = "it is a picture, and pictures hold no text that can be read";

    private static final MediaType MAIL = new MediaType("message", "rfc822");

    private final TikaConfig config;
    private final AutoDetectParser parser;
    private final Decoder decoder;
    private final Language language = new Language();
    private boolean shaken;

    DocumentReader() {
        config = configuration();
        parser = new AutoDetectParser(config);
        decoder = new Decoder(parser.getSupportedTypes(new ParseContext()), config.getMediaTypeRegistry());
    }

    /** Leaves out parsers that start other programs, and text recognition in pictures. */
    private static TikaConfig configuration() {
        try (var file = DocumentReader.class.getResourceAsStream("tika.xml")) {
            return new TikaConfig(file);
        } catch (IOException | SAXException | TikaException broken) {
            throw new IllegalStateException("the configuration of Tika cannot be read", broken);
        }
    }

    Extraction read(String name, byte[] bytes) {
        return read(name, bytes, new Budget(bytes.length), 0);
    }

    /** Whether an error has passed through this process that may have left it in disorder. */
    boolean isShaken() {
        return shaken;
    }

    Extraction read(String name, byte[] bytes, Budget budget, int depth) {
        if (bytes.length == 0) return new Unreadable("the file is empty");
        var type = type(name, bytes);
        return decoder.isText(type, name) ? text(name, bytes, budget) : other(name, bytes, type, budget, depth);
    }

    MediaType type(String name, byte[] bytes) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (var stream = TikaInputStream.get(bytes, metadata)) {
            return config.getDetector().detect(stream, metadata).getBaseType();
        } catch (IOException | RuntimeException unknown) {
            // A detector that looks into a damaged container may fail on it; what it is then, a parser must find out.
            return MediaType.OCTET_STREAM;
        }
    }

    private Extraction text(String name, byte[] bytes, Budget budget) {
        var decoded = Decoder.decode(bytes);
        var text = decoded.length() > budget.charactersLeft() ? decoded.substring(0, budget.charactersLeft()) : decoded;
        var format = TextFormat.of(name, text);
        var document = format.reader().read(text);
        var limits = new ArrayList<>(document.limits());
        if (text.length() < decoded.length()) limits.add(Faults.TOO_LONG);
        return extracted(format.mediaType(), document.content(), document.fields(), limits, List.of(), budget);
    }

    private Extraction other(String name, byte[] bytes, MediaType type, Budget budget, int depth) {
        var builder = new ContentBuilder(budget.charactersLeft());
        var parts = new EmbeddedParts(this, type, budget, depth);
        var found = type.equals(PDF)
                ? pdf(name, bytes, builder, parts)
                : (type.equals(MAIL) ? MailReader.read(bytes, builder, parts) : Optional.<List<Field>>empty())
                        .map(header -> new Found(builder.build(), header, Optional.empty(), List.of()))
                        .orElseGet(() -> tika(name, bytes, type, new XhtmlBlocks(builder), builder, parts));
        // What an archive itself says is the names of its files, which are no language.
        var content = parts.ofArchive() ? Content.EMPTY : found.content();
        var nothing = content.blocks().isEmpty() && parts.all().isEmpty();
        if (parts.ofArchive() && nothing && !found.hidden().isEmpty())
            return new Unreadable(found.hidden().getFirst());
        var fault = found.fault();
        if (fault.isPresent() && (nothing || !fault.get().keepsText()))
            return new Unreadable(isPicture(type) ? PICTURE : fault.get().reason());
        var limits = new ArrayList<String>();
        fault.map(Verdict::reason).ifPresent(limits::add);
        limits.addAll(found.hidden());
        if (builder.isCut() && !limits.contains(Faults.TOO_LONG)) limits.add(Faults.TOO_LONG);
        limits.addAll(parts.limits());
        return extracted(type.toString(), content, found.fields(), limits, parts.all(), budget);
    }

    private Found pdf(String name, byte[] bytes, ContentBuilder builder, EmbeddedParts parts) {
        var pages = PdfReader.read(bytes, builder);
        var fault = pages.fault().map(reason -> new Verdict(reason, true));
        if (fault.isPresent() || !pages.more()) return new Found(builder.build(), pages.fields(), fault, List.of());
        var more = tika(name, bytes, PDF, XhtmlBlocks.besidePages(builder), builder, parts);
        return new Found(builder.build(), pages.fields(), more.fault(), more.hidden());
    }

    private Found tika(
            String name,
            byte[] bytes,
            MediaType type,
            ContentHandler handler,
            ContentBuilder builder,
            EmbeddedParts parts) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.toString());
        var fault = parse(bytes, type, metadata, handler, parts);
        var content = Looks.see(builder.build(), isSlides(type));
        return new Found(content, Properties.fields(metadata, type), fault, Faults.hidden(metadata));
    }

    /**
     * What came of reading a file that is no text.
     *
     * @param hidden what a parser noted and went on
     */
    private record Found(Content content, List<Field> fields, Optional<Verdict> fault, List<String> hidden) {}

    private static boolean isPicture(MediaType type) {
        return type.getType().equals("image") && PICTURES.contains(type.getSubtype());
    }

    private static boolean isSlides(MediaType type) {
        return type.getSubtype().contains("presentation") || type.getSubtype().contains("powerpoint");
    }

    /** Runs Tika; answers what went wrong, if anything. */
    private Optional<Verdict> parse(
            byte[] bytes, MediaType type, Metadata metadata, ContentHandler handler, EmbeddedParts parts) {
        try (var stream = TikaInputStream.get(bytes, metadata)) {
            parser.parse(stream, handler, metadata, context(parts));
            return Optional.empty();
        } catch (StackOverflowError deep) {
            shaken = true;
            return Optional.of(new Verdict("it is nested too deep to be read whole", true));
        } catch (IOException | SAXException | TikaException | RuntimeException fault) {
            // Parsers throw whatever a damaged file makes them run into; each such file has an outcome, never a stack
            // trace.
            return Optional.of(Faults.judge(fault, name(type)));
        }
    }

    private static ParseContext context(EmbeddedParts parts) {
        var context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, parts);
        var office = new OfficeParserConfig();
        // A streaming reader: a tree of a whole document is what bombs are made for. The one for slides mixes up their
        // order.
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(false);
        office.setIncludeHeadersAndFooters(false);
        office.setIncludeSlideMasterContent(false);
        office.setIncludeDeletedContent(false);
        context.set(OfficeParserConfig.class, office);
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractBookmarksText(false);
        pdf.setExtractActions(false);
        pdf.setSuppressDuplicateOverlappingText(false);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }

    private Extraction extracted(
            String type, Content content, List<Field> fields, List<String> limits, List<Part> parts, Budget budget) {
        budget.takeCharacters(content.text().length());
        if (content.blocks().isEmpty() && parts.isEmpty() && limits.isEmpty()) limits.add(Extraction.NO_TEXT);
        return new Extracted(type, language.of(content), content, fields, limits, parts);
    }

    /** A type as people call it: "PDF", "DOCX". */
    private String name(MediaType type) {
        try {
            var ending = config.getMimeRepository().forName(type.toString()).getExtension();
            return ending.isEmpty() ? "" : ending.substring(1).toUpperCase(Locale.ROOT);
        } catch (TikaException unknown) {
            return "";
        }
    }
}
