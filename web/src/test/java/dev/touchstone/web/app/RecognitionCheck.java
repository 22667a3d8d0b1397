package dev.touchstone.web.app;

import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.document.Extraction.Extracted;
import dev.touchstone.auditor.document.Extractor;
import dev.touchstone.auditor.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Compares what the structure step finds in real documents, without their manifest's metadata, with that manifest: format,
 * title, date and status.
 */
final class RecognitionCheck {
    static final Set<String> MADR = Set.of("madr2", "log4brains", "madr3", "madr4");
    private static final Set<String> HEADER = Set.of("header", "kep.yaml");
    private static final Set<String> DATED = Set.of("header", "kep.yaml", "filename");
    private static final List<String> CORPORA =
            List.of("aswf", "hhs-simpler-grants", "kubernetes", "moj-platforms", "openstack", "python");

    /** A document, and what its manifest says of it. */
    record Case(String corpus, Map<String, String> expected, Document document) {
        String expected(String column) {
            return expected.getOrDefault(column, "");
        }

        String path() {
            return corpus + "/" + document.path();
        }

        String format() {
            return document.recognition().format();
        }
    }

    /** So many of so many, and those that are wrong. */
    record Figure(String name, int right, int all, List<String> wrong) {
        /** Of a thousand. */
        int permille() {
            return all == 0 ? 1000 : (int) (1000L * right / all);
        }

        @Override
        public String toString() {
            return "%s: %d of %d (%.1f %%)".formatted(name, right, all, all == 0 ? 100.0 : 100.0 * right / all);
        }
    }

    private final List<Case> cases;

    private RecognitionCheck(List<Case> cases) {
        this.cases = cases;
    }

    /** Reads and structures all documents of the corpora in a folder. */
    static RecognitionCheck over(Path corpora, Extractor extractor) throws IOException {
        var structure = new Structure(FormatFiles.shipped());
        var cases = new ArrayList<Case>();
        for (var corpus : CORPORA) {
            var folder = corpora.resolve(corpus);
            var expected = manifest(folder.resolve("manifest.csv"));
            var sources = Sources.in(List.of(folder), new Sources.Selection(true, List.of()));
            for (var source : sources.sources())
                if (extractor.extract(source) instanceof Extracted extracted)
                    cases.add(new Case(
                            corpus,
                            expected.getOrDefault(source.path(), Map.of()),
                            structure.structure(source, source.path(), extracted)));
        }
        return new RecognitionCheck(List.copyOf(cases));
    }

    private static Map<String, Map<String, String>> manifest(Path file) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(Files.readString(file), format)) {
            var rows = new HashMap<String, Map<String, String>>();
            for (CSVRecord row : parser) rows.put(row.get("path"), row.toMap());
            return rows;
        }
    }

    List<Case> cases() {
        return cases;
    }

    Figure recognised(String name, Predicate<Case> among, Set<String> formats) {
        return figure(name, among, one -> formats.contains(one.format()), Case::format);
    }

    Figure titles() {
        return figure(
                "title",
                one -> !fold(one.expected("title")).isEmpty(),
                one -> fold(one.document().metadata().title()).equals(fold(one.expected("title"))),
                one -> one.document().metadata().title() + " | " + one.expected("title"));
    }

    Figure dates() {
        return figure(
                "date (header, kep.yaml, file name)",
                one -> DATED.contains(one.expected("date_source")),
                one -> date(one).equals(one.expected("date")),
                one -> date(one) + " | " + one.expected("date"));
    }

    Figure statuses() {
        return figure(
                "status, first word (header, kep.yaml)",
                one -> HEADER.contains(one.expected("date_source"))
                        && !firstWord(one.expected("status")).isEmpty(),
                one -> firstWord(one.document().metadata().status().raw()).equals(firstWord(one.expected("status"))),
                one -> one.document().metadata().status().raw() + " | " + one.expected("status"));
    }

    private Figure figure(
            String name,
            Predicate<Case> among,
            Predicate<Case> right,
            java.util.function.Function<Case, String> found) {
        var chosen = cases.stream().filter(among).toList();
        var wrong = chosen.stream()
                .filter(right.negate())
                .map(one -> one.path() + ": " + found.apply(one))
                .toList();
        return new Figure(name, chosen.size() - wrong.size(), chosen.size(), wrong);
    }

    private static String date(Case one) {
        return one.document().metadata().date().map(Object::toString).orElse("none");
    }

    /** Case and punctuation folded; "PEP 8 –" left out. */
    private static String fold(String text) {
        return text.replace("&#x20;", " ")
                .replaceFirst("^PEP \\d+ [–-]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static String firstWord(String text) {
        return fold(text).replaceFirst(" .*", "");
    }
}
