package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.decision.Decision;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.reference.Effect;
import dev.touchstone.auditor.reference.Reference;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes an audited file as rows: its decisions, its references and what they add up to by decision and value. */
final class ResultRows {
    private final Transaction transaction;
    private final long run;
    private final long version;

    ResultRows(Transaction transaction, Id<Run> run, Id<Version> version) {
        this.transaction = transaction;
        this.run = run.number();
        this.version = version.number();
    }

    /** References of one decision and value; those outside any decision have an empty one. */
    private record Key(String decision, String value) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            var byDecision = decision.compareTo(other.decision);
            return byDecision != 0 ? byDecision : value.compareTo(other.value);
        }
    }

    void add(int part, String path, Audited audited) {
        var metadata = audited.metadata();
        var extent = audited.extent();
        transaction.change(
                """
                insert into audited_parts (run_id, version_id, part, path, team, quarter, scored, sentences, words)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run,
                version,
                part,
                path,
                metadata.team(),
                metadata.quarter(),
                extent.scored() ? 1 : 0,
                extent.sentences(),
                extent.words());
        var decisions = audited.scorecards().stream().map(Scorecard::decision).toList();
        for (var decision : decisions)
            transaction.change(
                    "insert into audited_decisions (run_id, version_id, part, decision, title) values (?, ?, ?, ?, ?)",
                    run,
                    version,
                    part,
                    decision.id().text(),
                    decision.title());
        metadata.authors().stream()
                .map(author -> Sha256.of(author.strip().toLowerCase(Locale.ROOT)))
                .distinct()
                .forEach(author -> transaction.change(
                        "insert into audited_authors (run_id, version_id, part, author_sha256) values (?, ?, ?, ?)",
                        run,
                        version,
                        part,
                        author));
        var groups = new TreeMap<Key, List<Reference>>();
        for (var reference : audited.references())
            groups.merge(
                    new Key(decision(decisions, reference), reference.value().text()),
                    List.of(reference),
                    (some, more) -> java.util.stream.Stream.concat(some.stream(), more.stream())
                            .toList());
        references(part, groups);
        sums(part, groups);
    }

    private static String decision(List<Decision> decisions, Reference reference) {
        return decisions.stream()
                .filter(decision ->
                        decision.span().contains(reference.evidence().span()))
                .findFirst()
                .map(decision -> decision.id().text())
                .orElse("");
    }

    private void references(int part, Map<Key, List<Reference>> groups) {
        var batch = batch("""
                insert into value_references (run_id, version_id, part, number, decision, value, explicit, stance, about, role,
                    effect, boilerplate, permille, section_kind, span_start, span_end, quote)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        groups.forEach((key, references) -> {
            for (var reference : references)
                batch.add(
                        run,
                        version,
                        part,
                        reference.number(),
                        key.decision(),
                        key.value(),
                        reference.judgement().explicit() ? 1 : 0,
                        reference.judgement().stance().name(),
                        reference.judgement().about().name(),
                        reference.judgement().role().name(),
                        reference.effect().name(),
                        reference.boilerplate() ? 1 : 0,
                        reference.confidence().permille(),
                        reference.evidence().sectionKind().name(),
                        reference.evidence().span().start(),
                        reference.evidence().span().end(),
                        Storable.text(reference.evidence().quote()));
        });
        execute(batch);
    }

    private void sums(int part, Map<Key, List<Reference>> groups) {
        var batch = batch("""
                insert into rollups (run_id, version_id, part, decision, value, served, given_up, motivates, no_effect,
                    reasons, behaviours, declarations, at_work)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        groups.forEach((key, references) -> batch.add(
                run,
                version,
                part,
                key.decision(),
                key.value(),
                count(references, effect(Effect.SERVED)),
                count(references, effect(Effect.GIVEN_UP)),
                count(references, effect(Effect.MOTIVATES)),
                count(references, effect(Effect.NONE)),
                count(references, role(Role.REASON)),
                count(references, role(Role.BEHAVIOUR)),
                count(references, role(Role.DECLARATION)),
                references.stream().anyMatch(Reference::atWork) ? 1 : 0));
        execute(batch);
    }

    private PreparedBatch batch(String sql) {
        return transaction.handle().prepareBatch(sql);
    }

    private static void execute(PreparedBatch batch) {
        try (batch) {
            if (batch.size() > 0) batch.execute();
        }
    }

    private static int count(List<Reference> references, Predicate<Reference> which) {
        return (int) references.stream().filter(which).count();
    }

    private static Predicate<Reference> effect(Effect effect) {
        return reference -> reference.effect() == effect;
    }

    private static Predicate<Reference> role(Role role) {
        return reference -> reference.judgement().role() == role;
    }
}
