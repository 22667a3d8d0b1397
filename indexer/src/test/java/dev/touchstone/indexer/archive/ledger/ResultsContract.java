package dev.touchstone.indexer.archive.ledger;

import static dev.touchstone.indexer.archive.ledger.Ledgers.ADA;
import static dev.touchstone.indexer.archive.ledger.Ledgers.added;
import static dev.touchstone.indexer.archive.ledger.Ledgers.collection;
import static dev.touchstone.indexer.archive.ledger.Ledgers.original;
import static dev.touchstone.indexer.archive.ledger.Ledgers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.score.Score;
import dev.touchstone.indexer.archive.ledger.Portfolio.Cell;
import dev.touchstone.indexer.archive.ledger.Results.Ended;
import dev.touchstone.indexer.archive.ledger.Results.Result;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How results are kept on every database: references and their sums always tell the same. */
abstract class ResultsContract {
    private Ledger ledger;
    private Collections.Collection decisions;
    private Run run;

    abstract Database fresh();

    @BeforeEach
    void open() {
        ledger = Ledgers.open(fresh(), new TestingClock(), 5);
        decisions = collection(ledger, "decisions");
        run = run(ledger, decisions, "m1");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Version score(String path, String text, Entry entry) {
        var version = added(ledger, decisions, path, text);
        put(version, entry);
        return version;
    }

    private void put(Version version, Entry entry) {
        ledger.act(ADA, transaction -> transaction.results().put(run.id(), version.id(), entry, original("entry")));
    }

    private long number(String sql) {
        return ledger.<Long>read(transaction -> transaction.number(sql));
    }

    @Test
    void sums_equal_the_references_that_they_were_written_with() {
        var entries = IntStream.range(0, 20)
                .mapToObj(seed -> Entries.random(seed + ".md", seed))
                .toList();
        for (var i = 0; i < entries.size(); i++) score(i + ".md", "text " + i, entries.get(i));
        var references = Entries.audited(entries).stream()
                .flatMap(audited -> audited.references().stream())
                .toList();
        assertThat(number("select count(*) from value_references")).isEqualTo(references.size());
        assertThat(number("select sum(served) from rollups"))
                .isEqualTo(Entries.count(references, reference -> reference.effect() == Effect.SERVED));
        assertThat(number("select sum(given_up) from rollups"))
                .isEqualTo(Entries.count(references, reference -> reference.effect() == Effect.GIVEN_UP));
        assertThat(number("select sum(declarations) from rollups"))
                .isEqualTo(Entries.count(
                        references, reference -> reference.judgement().role() == Role.DECLARATION));
        assertThat(number("""
                        select count(*) from rollups r where served + given_up + motivates + no_effect <>
                            (select count(*) from value_references v where v.run_id = r.run_id and v.version_id = r.version_id
                                and v.part = r.part and v.decision = r.decision and v.value = r.value)
                            or reasons + behaviours + declarations <> served + given_up + motivates + no_effect""")).isZero();
    }

    @Test
    void cells_add_up_what_stands_in_the_collection_now() {
        var entries = new ArrayList<Entry>();
        for (var i = 0; i < 25; i++) {
            entries.add(Entries.random(i + ".md", 100 + i));
            score(i + ".md", "text " + i, entries.getLast());
        }
        assertThat(cells()).isEqualTo(expected(entries));
        var deleted = ledger.<Optional<Document>>read(
                        transaction -> transaction.documents().at(decisions.id(), "3.md"))
                .orElseThrow();
        ledger.act(ADA, transaction -> transaction.documents().delete(deleted, "x"));
        entries.set(7, Entries.random("7.md", 4711));
        score("7.md", "another text", entries.get(7));
        entries.remove(3);
        assertThat(cells()).isEqualTo(expected(entries));
    }

    private List<Cell> cells() {
        return ledger.read(transaction -> transaction.portfolio().cells(run));
    }

    private record Group(String team, String quarter) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            var byTeam = team.compareTo(other.team);
            return byTeam != 0 ? byTeam : quarter.compareTo(other.quarter);
        }
    }

    private static final class Sum {
        private int decisions;
        private int atWork;
        private final Set<String> authors = new HashSet<>();
    }

    /** The same from the entries themselves, the slow way. */
    private static List<Cell> expected(List<Entry> entries) {
        var cells = new ArrayList<Cell>();
        for (var value : Entries.VALUES) {
            var groups = new TreeMap<Group, Sum>();
            for (var audited : Entries.audited(entries)) {
                if (!audited.extent().scored()) continue;
                var metadata = audited.metadata();
                var sum = groups.computeIfAbsent(new Group(metadata.team(), metadata.quarter()), _ -> new Sum());
                sum.authors.addAll(metadata.authors());
                sum.decisions += audited.scorecards().size();
                for (var scorecard : audited.scorecards())
                    for (var score : scorecard.scores())
                        if (score instanceof Score.Measured measured
                                && measured.value().equals(value)
                                && measured.atWork()) sum.atWork++;
            }
            groups.forEach((group, sum) -> {
                if (sum.decisions > 0)
                    cells.add(new Cell(
                            value.text(),
                            group.team(),
                            group.quarter(),
                            sum.decisions,
                            sum.atWork,
                            sum.authors.size()));
            });
        }
        return cells;
    }

    @Test
    void a_result_that_is_put_again_takes_the_place_of_the_first() {
        var version = score("a.md", "one", Entries.random("a.md", 8));
        put(version, new Entry("a.md", "", new Outcome.Failed("password"), List.of()));
        assertThat(number("select count(*) from value_references")).isZero();
        assertThat(number("select count(*) from audited_parts")).isZero();
        assertThat(ledger.<List<Result>>read(
                        transaction -> transaction.results().current(run, "", 10)))
                .containsExactly(new Result(
                        run.id(),
                        version.id(),
                        Ended.FAILED,
                        "password",
                        original("entry").sha256()));
    }

    @Test
    void a_result_that_cannot_be_written_whole_is_not_written_at_all() {
        var version = score("a.md", "one", Entries.random("a.md", 8));
        var before = number("select count(*) from value_references");
        assertThatThrownBy(() -> ledger.act(ADA, transaction -> {
                    transaction.results().put(run.id(), version.id(), Entries.random("a.md", 9), original("other"));
                    throw new IllegalStateException("power");
                }))
                .hasMessage("power");
        assertThat(number("select count(*) from value_references")).isEqualTo(before);
        assertThat(ledger.<Optional<Result>>read(
                                transaction -> transaction.results().find(run.id(), version.id()))
                        .orElseThrow()
                        .entry())
                .isEqualTo(original("entry").sha256());
    }
}
