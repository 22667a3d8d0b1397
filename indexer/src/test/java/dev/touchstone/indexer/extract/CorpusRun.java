package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Extraction;
import dev.touchstone.indexer.extract.text.Decoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a folder of text documents and prints what is odd: other languages than English, words that the original has not. */
final class CorpusRun {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private CorpusRun() {}

    public static void main(String[] arguments) throws IOException {
        var extractor = new InProcessExtractor();
        var kinds = new TreeMap<Block.Kind, Integer>();
        var languages = new TreeMap<String, Integer>();
        var files = 0;
        var strange = 0;
        try (var tree = Files.walk(Path.of(arguments[0]))) {
            for (var file : tree.filter(path -> path.toString().matches(".*\\.(md|rst|adoc|txt|mdx)"))
                    .sorted()
                    .toList()) {
                var text = Decoding.certain(Files.readAllBytes(file)).orElse("");
                if (!(extractor.read(file.toString(), text) instanceof Extraction.Extracted extracted)) continue;
                files++;
                extracted.content().blocks().forEach(block -> kinds.merge(block.kind(), 1, Integer::sum));
                languages.merge(extracted.language(), 1, Integer::sum);
                if (!extracted.language().equals("en"))
                    System.out.println("language " + extracted.language() + " " + file);
                var missing = missing(text, extracted);
                if (!missing.isEmpty()) {
                    strange++;
                    System.out.println(file + ": " + missing.subList(0, Math.min(6, missing.size())));
                }
            }
        }
        System.out.println(files + " files, " + strange + " with words of their own, " + kinds + ", " + languages);
    }

    /** Words of the first block whose words are not the original's in their order, or that the original has not at all. */
    private static List<String> missing(String text, Extraction.Extracted extracted) {
        var words = words(text);
        var known = new HashSet<>(words);
        var missing = new ArrayList<String>();
        for (var block : extracted.content().blocks()) {
            var position = 0;
            for (var word : words(block.span().of(extracted.content().text()))) {
                while (position < words.size() && !words.get(position).equals(word)) position++;
                if (!known.contains(word)) missing.add(word);
                if (position++ >= words.size()) {
                    missing.add(block.span().of(extracted.content().text()));
                    break;
                }
            }
        }
        return missing;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(result -> result.group()).toList();
    }
}
