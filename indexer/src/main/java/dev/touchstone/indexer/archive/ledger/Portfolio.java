package dev.touchstone.indexer.archive.ledger;

import dev.touchstone.indexer.archive.ledger.Runs.Run;
import java.util.List;

/** What a run adds up to, read from the sums that were written with the references. */
public final class Portfolio {
    private final Transaction transaction;

    Portfolio(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * One value in the decisions of one team in one quarter. Whether there are enough of them to be shown is for the caller to
     * decide.
     *
     * @param decisions all of the group's, whether or not they refer to the value
     * @param authors how many different ones the group's documents have
     */
    public record Cell(String value, String team, String quarter, int decisions, int atWork, int authors) {}

    /** The cells of the values that any current document refers to, in order of value, team and quarter. */
    public List<Cell> cells(Run run) {
        return transaction.list(
                """
                with parts as (
                    select p.version_id, p.part, p.team, p.quarter from audited_parts p
                    join versions v on v.id = p.version_id and v.current = 1
                    join documents d on d.id = v.document_id and d.deleted_at is null
                    where p.run_id = ? and p.scored = 1
                ), groups_of as (
                    select p.team, p.quarter, count(*) as decisions from parts p
                    join audited_decisions a on a.run_id = ? and a.version_id = p.version_id and a.part = p.part
                    group by p.team, p.quarter
                ), writers as (
                    select p.team, p.quarter, count(distinct a.author_sha256) as authors from parts p
                    join audited_authors a on a.run_id = ? and a.version_id = p.version_id and a.part = p.part
                    group by p.team, p.quarter
                ), named as (
                    select distinct value from rollups where run_id = ?
                ), at_work as (
                    select r.value, p.team, p.quarter, sum(r.at_work) as at_work from parts p
                    join rollups r on r.run_id = ? and r.version_id = p.version_id and r.part = p.part and r.decision <> ''
                    group by r.value, p.team, p.quarter
                )
                select n.value, g.team, g.quarter, g.decisions, coalesce(a.at_work, 0), coalesce(w.authors, 0)
                from named n cross join groups_of g
                left join at_work a on a.value = n.value and a.team = g.team and a.quarter = g.quarter
                left join writers w on w.team = g.team and w.quarter = g.quarter
                order by 1, 2, 3""",
                (row, _) -> new Cell(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)),
                run.id().number(),
                run.id().number(),
                run.id().number(),
                run.id().number(),
                run.id().number());
    }
}
