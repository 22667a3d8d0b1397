package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of a Markdown text that a file of figures gives, so that nobody types them.
 * <pre>
 * before   &lt;!-- figures: unsure --&gt;  whatever stood here            &lt;!-- end --&gt;
 * after    &lt;!-- figures: unsure --&gt;  | share of the pairs | … | .051 |  &lt;!-- end --&gt;
 * </pre>
 */
final class FigureTables {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- figures: ([a-z-]+) -->\\n).*?(<!-- end -->)", Pattern.DOTALL);

    private static final String NONE = "–";

    private final String file;
    private final Map<String, FiguresSection> sections;

    private FigureTables(String file, Map<String, FiguresSection> sections) {
        this.file = file;
        this.sections = sections;
    }

    /** Rewrites the tables of the Markdown file beside a file of figures, when there is one. */
    static void follow(Path figures) {
        var name = figures.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        var markdown = figures.resolveSibling(name + ".md");
        try {
            if (Files.exists(markdown)) Durable.write(markdown, rewritten(Files.readString(markdown), figures));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + markdown, failed);
        }
    }

    /**
     * The text with the tables as the figures are now.
     *
     * @throws BadInput when it has a table that is not known, or the file lacks the section of one
     */
    static String rewritten(String markdown, Path figures) throws IOException {
        var tables = new FigureTables(
                figures.toString(), FiguresSection.all(figures.toString(), Files.readAllBytes(figures)));
        return BLOCK.matcher(markdown)
                .replaceAll(block ->
                        Matcher.quoteReplacement(block.group(1) + tables.table(block.group(2)) + block.group(3)));
    }

    private String table(String name) {
        var table = switch (name) {
            case "leave-one-out" -> organisations();
            case "methods" -> methods();
            case "reliability" -> reliability();
            case "unsure" -> unsure();
            case "arguments" -> arguments();
            case "sample" -> sample();
            default -> throw new BadInput("there is no table of figures named '%s'".formatted(name));
        };
        return table.text();
    }

    private FiguresSection section(String name) {
        return FiguresSection.named(name, file, sections);
    }

    private Table organisations() {
        var section = section("leave-one-out");
        var table = new Table(
                "organisation (not in training)",
                "F1 [95 %]",
                "precision",
                "recall",
                "F1 random half",
                "average precision",
                "calibration error",
                "stance macro-F1",
                "role macro-F1",
                "role accuracy",
                "keywords: F1, random half",
                "recall of named, of implied");
        for (var name : section.below("orgs"))
            table.row(
                    name,
                    "%s [%s, %s]"
                            .formatted(
                                    share(section, "orgs", name, "reference", "f1"),
                                    share(section, "orgs", name, "reference", "f1_low"),
                                    share(section, "orgs", name, "reference", "f1_high")),
                    share(section, "orgs", name, "reference", "precision"),
                    share(section, "orgs", name, "reference", "recall"),
                    share(section, "orgs", name, "random_half", "f1"),
                    share(section, "orgs", name, "reference", "average_precision"),
                    share(section, "orgs", name, "reference", "ece"),
                    share(section, "orgs", name, "stance", "macro_f1"),
                    share(section, "orgs", name, "role", "macro_f1"),
                    share(section, "orgs", name, "role", "accuracy"),
                    share(section, "keywords", "orgs", name, "reference", "f1")
                            + ", "
                            + share(section, "keywords", "orgs", name, "random_half", "f1"),
                    share(section, "orgs", name, "explicit_recall")
                            + ", "
                            + share(section, "orgs", name, "implicit_recall"));
        table.row(
                "**mean**",
                bold(share(section, "mean", "f1")),
                "",
                "",
                bold(share(section, "mean", "random_half_f1")),
                bold(share(section, "mean", "average_precision")),
                bold(share(section, "mean", "ece")),
                bold(share(section, "mean", "stance_macro_f1")),
                bold(share(section, "mean", "role_macro_f1")),
                bold(share(mean(section, "role", "accuracy"))),
                bold(share(section, "keywords", "f1") + ", " + share(section, "keywords", "random_half_f1")),
                "");
        table.row(
                "pooled",
                share(section, "pooled", "f1"),
                "",
                "",
                share(section, "pooled", "random_half_f1"),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
        return table;
    }

    /** Over the organisations of a section; empty when one lacks the figure. */
    private static Optional<BigDecimal> mean(FiguresSection section, String... figure) {
        var organisations = section.below("orgs");
        var sum = BigDecimal.ZERO;
        for (var name : organisations) {
            var path = new ArrayList<>(List.of("orgs", name));
            Collections.addAll(path, figure);
            var number = section.number(path.toArray(String[]::new));
            if (number.isEmpty()) return Optional.empty();
            sum = sum.add(number.get());
        }
        return organisations.isEmpty()
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(organisations.size()), 3, RoundingMode.HALF_UP));
    }

    private Table methods() {
        var table = new Table("method", "F1", "random half, mean (pooled)", "average precision", "calibration error");
        var unlabelled = section("leave-one-out");
        for (var name : unlabelled.below("simple"))
            table.row(
                    name,
                    share(unlabelled, "simple", name, "f1"),
                    share(unlabelled, "simple", name, "random_half_f1"),
                    NONE,
                    NONE);
        table.row(
                "keywords",
                share(unlabelled, "keywords", "f1"),
                share(unlabelled, "keywords", "random_half_f1"),
                NONE,
                NONE);
        table.row(means("**the model, no labels**", unlabelled));
        sections.forEach((name, section) -> {
            if (name.startsWith("calibrated-"))
                table.row(means("calibrated, %s sentences".formatted(name.substring("calibrated-".length())), section));
        });
        return table;
    }

    private static String[] means(String name, FiguresSection section) {
        return new String[] {
            name,
            share(section, "mean", "f1"),
            "%s (%s)".formatted(share(section, "mean", "random_half_f1"), share(section, "pooled", "random_half_f1")),
            share(section, "mean", "average_precision"),
            share(section, "mean", "ece")
        };
    }

    private Table reliability() {
        var section = section("leave-one-out");
        var table = new Table("confidence from", "pairs", "mean confidence", "share that are references");
        for (var bin : section.below("reliability"))
            table.row(
                    bin.replaceFirst("^0", ""),
                    whole(section, "reliability", bin, "pairs"),
                    share(section, "reliability", bin, "confidence"),
                    share(section, "reliability", bin, "references"));
        return table;
    }

    private Table unsure() {
        var section = section("leave-one-out");
        var table = new Table(
                "share of the pairs",
                "of these, references",
                "recall without them",
                "recall when a person confirms them");
        table.row(
                share(section, "unsure", "share"),
                share(section, "unsure", "references"),
                share(section, "unsure", "recall"),
                share(section, "unsure", "confirmed"));
        return table;
    }

    private Table arguments() {
        var section = section("arguments");
        var table = new Table("organisation (not in training)", "sentences", "found", "right", "precision [95 %]");
        for (var name : section.below("orgs")) table.row(counted(name, section, "orgs", name));
        table.row(counted("**all, drawn at random**", section, "random"));
        table.row(counted("all, drawn by terms", section, "enriched"));
        return table;
    }

    private static String[] counted(String name, FiguresSection section, String... path) {
        return new String[] {
            name,
            whole(section, with(path, "sentences")),
            whole(section, with(path, "found")),
            whole(section, with(path, "right")),
            "%s [%s, %s]"
                    .formatted(
                            share(section, with(path, "precision")),
                            share(section, with(path, "low")),
                            share(section, with(path, "high")))
        };
    }

    private static String[] with(String[] path, String key) {
        var longer = new ArrayList<>(List.of(path));
        longer.add(key);
        return longer.toArray(String[]::new);
    }

    private Table sample() {
        var section = section("sample");
        var table = new Table(
                "method",
                "F1 [95 %]",
                "precision",
                "recall",
                "stance macro-F1",
                "role macro-F1",
                "declarations: precision, recall");
        for (var name : section.below("orgs")) {
            table.row(
                    "the shipped weights",
                    "%s [%s, %s]"
                            .formatted(
                                    share(section, "orgs", name, "reference", "f1"),
                                    share(section, "orgs", name, "reference", "f1_low"),
                                    share(section, "orgs", name, "reference", "f1_high")),
                    share(section, "orgs", name, "reference", "precision"),
                    share(section, "orgs", name, "reference", "recall"),
                    share(section, "orgs", name, "stance", "macro_f1"),
                    share(section, "orgs", name, "role", "macro_f1"),
                    share(section, "orgs", name, "declarations", "precision")
                            + ", "
                            + share(section, "orgs", name, "declarations", "recall"));
            table.row("keywords", share(section, "keywords", "orgs", name, "reference", "f1"), "", "", "", "", "");
        }
        return table;
    }

    private static String bold(String text) {
        return "**" + text + "**";
    }

    private static String share(FiguresSection section, String... path) {
        return share(section.number(path));
    }

    /** {@code 0.6630} is ".663". */
    private static String share(Optional<BigDecimal> number) {
        return number.map(known ->
                        known.setScale(3, RoundingMode.HALF_UP).toPlainString().replaceFirst("^0", ""))
                .orElse(NONE);
    }

    private static String whole(FiguresSection section, String... path) {
        return section.number(path)
                .map(number -> String.format(Locale.ROOT, "%,d", number.longValueExact()))
                .orElse(NONE);
    }

    /** A table in Markdown. */
    private static final class Table {
        private final StringBuilder text = new StringBuilder();

        Table(String... heads) {
            row(heads);
            text.append("|").append("---|".repeat(heads.length)).append('\n');
        }

        void row(String... cells) {
            text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }

        String text() {
            return text.toString();
        }
    }
}
