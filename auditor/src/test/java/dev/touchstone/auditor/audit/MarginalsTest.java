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
    private static final Audit AUDIT = new Audit(
            CHARTER,
            new Provenance("test", "none", List.of()),
            List.of(),
            List.of(),
            new Summary(9, List.of()),
            List.of(
                    cell(OPENNESS, "core", "2024-Q1", 3, 2),
                    cell(OPENNESS, "core", "2024-Q2", 2, 1),
                    cell(OPENNESS, "edge", "2024-Q1", 4, 4),
                    cell(THRIFT, "core", "2024-Q1", 3, 0),
                    cell(THRIFT, "core", "2024-Q2", 2, 0),
                    cell(THRIFT, "edge", "2024-Q1", 4, 1)),
            UnnamedReasons.NONE);

    @Test
    void a_team_is_shown_when_its_quarters_together_have_five_decisions() {
        assertThat(AUDIT.byTeam().groups()).containsExactly("core", "edge");
        assertThat(AUDIT.byTeam().rows())
                .startsWith(
                        new Row(OPENNESS, List.of(new Tally.Shown("core", 5, 3), new Tally.TooFew("edge"))),
                        new Row(THRIFT, List.of(new Tally.Shown("core", 5, 0), new Tally.TooFew("edge"))));
    }

    @Test
    void a_quarter_is_shown_when_its_teams_together_have_five_decisions() {
        assertThat(AUDIT.byPeriod().rows())
                .startsWith(
                        new Row(OPENNESS, List.of(new Tally.Shown("2024-Q1", 7, 6), new Tally.TooFew("2024-Q2"))),
                        new Row(THRIFT, List.of(new Tally.Shown("2024-Q1", 7, 1), new Tally.TooFew("2024-Q2"))));
    }

    private static Cell cell(Value value, String team, String period, int decisions, int atWork) {
        return new Cell(value.id(), team, period, decisions, atWork, decisions < Cell.SMALLEST);
    }
}
