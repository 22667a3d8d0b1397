package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final String CALIBRATED = "calibrated-";
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
            case "evaluate-audit" -> audits();
            default -> throw new BadInput("there is no table of figures named '%s'".formatted(name));
        };
        return table.text();
    }

    private FiguresSection section(String name) {
        return FiguresSection.named(name, file, sections);
    }

    private Table organisations() {
        var all = new View(section("leave-one-out"), List.of());
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
        for (var name : all.below("orgs")) {
            var own = all.at("orgs", name);
            var keywords = all.at("keywords", "orgs", name);
            table.row(
                    name,
                    own.at("reference").interval("f1", "f1_low", "f1_high"),
                    own.share("reference", "precision"),
                    own.share("reference", "recall"),
                    own.share("random_half", "f1"),
                    own.share("reference", "average_precision"),
                    own.share("reference", "ece"),
                    own.share("stance", "macro_f1"),
                    own.share("role", "macro_f1"),
                    own.share("role", "accuracy"),
                    keywords.share("reference", "f1") + ", " + keywords.share("random_half", "f1"),
                    own.share("explicit_recall") + ", " + own.share("implicit_recall"));
        }
        table.row(
                "**mean**",
                bold(all.share("mean", "f1")),
                "",
                "",
                bold(all.share("mean", "random_half_f1")),
                bold(all.share("mean", "average_precision")),
                bold(all.share("mean", "ece")),
                bold(all.share("mean", "stance_macro_f1")),
                bold(all.share("mean", "role_macro_f1")),
                bold(roleAccuracy(all)),
                bold(all.share("keywords", "f1") + ", " + all.share("keywords", "random_half_f1")),
                "");
        table.row("pooled", all.share("pooled", "f1"), "", "", all.share("pooled", "random_half_f1"));
        return table;
    }

    /** Its mean over organisations, which no run gives. */
    private static String roleAccuracy(View all) {
        var names = all.below("orgs");
        var known = names.stream()
                .flatMap(name -> all.number("orgs", name, "role", "accuracy").stream())
                .toList();
        if (known.isEmpty() || known.size() < names.size()) return NONE;
        var sum = known.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return View.share(sum.divide(BigDecimal.valueOf(known.size()), 3, RoundingMode.HALF_UP));
    }

    private Table methods() {
        var table = new Table("method", "F1", "random half, mean (pooled)", "average precision", "calibration error");
        var unlabelled = new View(section("leave-one-out"), List.of());
        for (var name : unlabelled.below("simple")) table.row(simple(name, unlabelled.at("simple", name)));
        table.row(simple("keywords", unlabelled.at("keywords")));
        table.row(means("**the model, no labels**", unlabelled));
        sections.forEach((name, section) -> {
            if (name.startsWith(CALIBRATED))
                table.row(means(
                        "calibrated, %s sentences".formatted(name.substring(CALIBRATED.length())),
                        new View(section, List.of())));
        });
        return table;
    }

    private static String[] simple(String name, View method) {
        return new String[] {name, method.share("f1"), method.share("random_half_f1"), NONE, NONE};
    }

    private static String[] means(String name, View run) {
        return new String[] {
            name,
            run.share("mean", "f1"),
            "%s (%s)".formatted(run.share("mean", "random_half_f1"), run.share("pooled", "random_half_f1")),
            run.share("mean", "average_precision"),
            run.share("mean", "ece")
        };
    }

    private Table reliability() {
        var run = new View(section("leave-one-out"), List.of());
        var table = new Table("confidence from", "pairs", "mean confidence", "share that are references");
        for (var bin : run.below("reliability")) {
            var own = run.at("reliability", bin);
            table.row(bin.replaceFirst("^0", ""), own.whole("pairs"), own.share("confidence"), own.share("references"));
        }
        return table;
    }

    private Table unsure() {
        var unsure = new View(section("leave-one-out"), List.of("unsure"));
        var table = new Table(
                "share of the pairs",
                "of these, references",
                "recall without them",
                "recall when a person confirms them");
        table.row(unsure.share("share"), unsure.share("references"), unsure.share("recall"), unsure.share("confirmed"));
        return table;
    }

    private Table arguments() {
        var all = new View(section("arguments"), List.of());
        var table = new Table("organisation (not in training)", "sentences", "found", "right", "precision [95 %]");
        for (var name : all.below("orgs")) table.row(counted(name, all.at("orgs", name)));
        table.row(counted("**all, drawn at random**", all.at("random")));
        table.row(counted("all, drawn by terms", all.at("enriched")));
        return table;
    }

    private static String[] counted(String name, View counted) {
        return new String[] {
            name,
            counted.whole("sentences"),
            counted.whole("found"),
            counted.whole("right"),
            counted.interval("precision", "low", "high")
        };
    }

    private Table sample() {
        var all = new View(section("sample"), List.of());
        var table = new Table(
                "method",
                "F1 [95 %]",
                "precision",
                "recall",
                "stance macro-F1",
                "role macro-F1",
                "declarations: precision, recall");
        for (var name : all.below("orgs")) {
            var own = all.at("orgs", name);
            table.row(
                    "the shipped weights",
                    own.at("reference").interval("f1", "f1_low", "f1_high"),
                    own.share("reference", "precision"),
                    own.share("reference", "recall"),
                    own.share("stance", "macro_f1"),
                    own.share("role", "macro_f1"),
                    own.share("declarations", "precision") + ", " + own.share("declarations", "recall"));
            table.row("keywords", all.share("keywords", "orgs", name, "reference", "f1"));
        }
        return table;
    }

    private Table audits() {
        var run = new View(section("evaluate-audit"), List.of());
        var table = new Table("right of those judged", "all [95 %]", "looked at", "held back");
        for (var question : List.of("trade_off", "reference", "about", "effect", "presence", "sides"))
            table.row(
                    question.replace('_', '-'),
                    judged(run.at("all", "figures", question)),
                    judged(run.at("looked_at", "figures", question)),
                    judged(run.at("held_back", "figures", question)));
        return table;
    }

    private static String judged(View question) {
        return "%s, %s of %s"
                .formatted(question.interval("share", "low", "high"), question.whole("right"), question.whole("of"));
    }

    private static String bold(String text) {
        return "**" + text + "**";
    }

    /** The figures of a section below a path, as a reader sees them. */
    private record View(FiguresSection section, List<String> path) {
        View at(String... further) {
            return new View(section, longer(further));
        }

        private List<String> longer(String... further) {
            return Stream.concat(path.stream(), Stream.of(further)).toList();
        }

        List<String> below(String key) {
            return section.below(key);
        }

        Optional<BigDecimal> number(String... further) {
            return section.number(longer(further).toArray(String[]::new));
        }

        String share(String... further) {
            return number(further).map(View::share).orElse(NONE);
        }

        /** {@code 0.663} is ".663". */
        static String share(BigDecimal number) {
            return number.setScale(3, RoundingMode.HALF_UP).toPlainString().replaceFirst("^0", "");
        }

        String interval(String middle, String low, String high) {
            return "%s [%s, %s]".formatted(share(middle), share(low), share(high));
        }

        String whole(String... further) {
            return number(further)
                    .map(number -> String.format(Locale.ROOT, "%,d", number.longValueExact()))
                    .orElse(NONE);
        }
    }

    /** A table in Markdown. */
    private static final class Table {
        private final StringBuilder text = new StringBuilder();
        private final int columns;

        Table(String... heads) {
            columns = heads.length;
            row(heads);
            text.append("|").append("---|".repeat(columns)).append('\n');
        }

        /** @param cells from the left; what is not given stays empty */
        void row(String... cells) {
            text.append('|');
            for (var column = 0; column < columns; column++)
                text.append(' ')
                        .append(column < cells.length ? cells[column] : "")
                        .append(" |");
            text.append('\n');
        }

        String text() {
            return text.toString();
        }
    }
}
