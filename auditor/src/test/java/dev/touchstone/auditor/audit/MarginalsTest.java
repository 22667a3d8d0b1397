package dev.touchstone.auditor.audit;

import static dev.touchstone.auditor.Samples.CHARTER;
import static dev.touchstone.auditor.Samples.OPENNESS;
import static dev.touchstone.auditor.Samples.THRIFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Marginals.Row;
import dev.touchstone.auditor.audit.Marginals.Tally;
import dev.touchstone.auditor.charter.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginalsTest {
    private static final List<Cell> CELLS = List.of(
            cell(OPENNESS, "core", "2024-Q1", 3, 2),
            cell(OPENNESS, "core", "2024-Q2", 2, 1),
            cell(OPENNESS, "edge", "2024-Q1", 4, 4),
            cell(THRIFT, "core", "2024-Q1", 3, 0),
            cell(THRIFT, "core", "2024-Q2", 2, 0),
            cell(THRIFT, "edge", "2024-Q1", 4, 1));

    @Test
    void a_team_is_the_sum_of_its_quarters_and_can_be_shown_where_none_of_them_is() {
        var byTeam = Marginals.by(Cell::team, CHARTER, CELLS, "edge"::equals);
        assertThat(byTeam.groups()).containsExactly("core", "edge");
        assertThat(byTeam.rows())
                .startsWith(
                        new Row(OPENNESS, List.of(new Tally.Shown("core", 5, 3), new Tally.TooFew("edge"))),
                        new Row(THRIFT, List.of(new Tally.Shown("core", 5, 0), new Tally.TooFew("edge"))));
    }

    @Test
    void a_quarter_is_the_sum_of_its_teams() {
        assertThat(Marginals.by(Cell::period, CHARTER, CELLS, "2024-Q2"::equals).rows())
                .startsWith(
                        new Row(OPENNESS, List.of(new Tally.Shown("2024-Q1", 7, 6), new Tally.TooFew("2024-Q2"))),
                        new Row(THRIFT, List.of(new Tally.Shown("2024-Q1", 7, 1), new Tally.TooFew("2024-Q2"))));
    }

    private static Cell cell(Value value, String team, String period, int decisions, int atWork) {
        return new Cell(value.id(), team, period, decisions, atWork, true);
    }
}
