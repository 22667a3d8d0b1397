package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.models.classify.EvaluationReport;
import dev.touchstone.models.classify.EvaluationReport.Mean;
import dev.touchstone.models.classify.EvaluationReport.Pooled;
import dev.touchstone.models.classify.EvaluationReport.SimpleMean;
import dev.touchstone.models.classify.EvaluationReport.Unseen;
import dev.touchstone.web.json.EvaluationForm;
import dev.touchstone.web.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {
    @Test
    void the_mean_is_over_the_organisations_that_were_not_trained_on() {
        var unseen =
                new Unseen(new Mean(.61, .45, .65, .67, .62, .019), new Pooled(.611, .495), new SimpleMean(.553, .351));

        assertThat(EvaluationTable.lines(report(Optional.of(unseen))))
                .endsWith(
                        "mean over organisations not seen: F1 0.610 (keywords 0.553), random half 0.450 (0.351),"
                                + " AP 0.650, stance 0.670, role 0.620, ECE 0.019",
                        "pooled: F1 0.611, random half 0.495; 12 sentences a second");
    }

    @Test
    void without_such_an_organisation_there_is_no_mean_rather_than_zero() {
        var report = report(Optional.empty());

        assertThat(EvaluationTable.lines(report))
                .endsWith(
                        "mean over organisations not seen: none: every organisation was trained on",
                        "pooled: none; 12 sentences a second");
        assertThat(Json.text(EvaluationForm.of(report))).isEqualTo("""
                {
                  "orgs": {},
                  "mean": null,
                  "pooled": null,
                  "keywords": {
                    "orgs": {},
                    "f1": null,
                    "random_half_f1": null
                  },
                  "simple": {},
                  "trained_on": [
                    "alder"
                  ],
                  "sentences_per_second": 12.0
                }
                """);
    }

    private static EvaluationReport report(Optional<Unseen> unseen) {
        return new EvaluationReport(new TreeMap<>(), new TreeMap<>(), unseen, List.of("alder"), Map.of(), 12);
    }
}
