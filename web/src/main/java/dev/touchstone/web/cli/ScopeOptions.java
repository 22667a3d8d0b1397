package dev.touchstone.web.cli;

import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.search.Days;
import dev.touchstone.web.app.Scope;
import dev.touchstone.web.json.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that narrow an audit to some of the documents. */
final class ScopeOptions {
    @Option(names = "--team", paramLabel = "NAME", description = "Only documents of this team; may be repeated.")
    private List<String> teams = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only documents from this day on, such as 2024-01-01.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "DAY",
            converter = Day.class,
            description = "Only documents up to this day, inclusive.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(
            names = "--status",
            paramLabel = "WORD",
            description =
                    "Only documents with this status: proposed, accepted, rejected, superseded, deprecated, draft, other;"
                            + " may be repeated.")
    private List<String> statuses = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "ID",
            description = "Only documents in this format, such as madr4 or pep; may be repeated.")
    private List<String> formats = new ArrayList<>();

    Scope scope() {
        return new Scope(
                Set.copyOf(teams),
                new Days(from, to),
                statuses.stream()
                        .map(word -> Words.constant(Status.Normal.class, word))
                        .collect(Collectors.toSet()),
                Set.copyOf(formats));
    }
}
