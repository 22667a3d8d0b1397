package dev.touchstone.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.models.classify.EvaluationReport;
import dev.touchstone.models.classify.EvaluationReport.Bin;
import dev.touchstone.models.classify.EvaluationReport.Mean;
import dev.touchstone.models.classify.EvaluationReport.Pooled;
import dev.touchstone.models.classify.EvaluationReport.SimpleMean;
import dev.touchstone.models.classify.EvaluationReport.Spared;
import dev.touchstone.models.classify.EvaluationReport.Unseen;
import dev.touchstone.models.classify.EvaluationReport.Unsure;
import dev.touchstone.web.json.EvaluationForm;
import dev.touchstone.web.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvaluationTableTest {
    private static final Unseen UNSEEN = new Unseen(
            new Mean(.61, .45, .65, .67, .62, .019),
            new Pooled(.611, .495),
            new SimpleMean(.553, .351),
            List.of(new Bin(1200, .021, .018), new Bin(0, 0, 0)),
            new Unsure(.051, .312, .69, .781),
            new Spared(.412, .008));

    @Test
    void the_mean_is_over_the_organisations_that_were_not_trained_on() {
        assertThat(EvaluationTable.lines(report(Optional.of(UNSEEN))))
                .contains(
                        "mean over organisations not seen: F1 0.610 (keywords 0.553), random half 0.450 (0.351),"
                                + " AP 0.650, stance 0.670, role 0.620, ECE 0.019",
                        "pooled: F1 0.611, random half 0.495; 12 sentences a second");
    }

    @Test
    void confidence_stands_beside_frequency_and_what_a_person_would_add() {
        assertThat(EvaluationTable.lines(report(Optional.of(UNSEEN))))
                .endsWith(
                        "",
                        "confidence from  pairs   mean  are references",
                        "0.0               1200  0.021           0.018",
                        "0.1                  0      -               -",
                        "",
                        "unsure: 0.051 of the pairs, of which 0.312 are references; recall 0.690, and 0.781 when a person confirms them",
                        "not read: 0.412 of the sentences drawn at random, which costs a recall of 0.008");
        assertThat(Json.text(EvaluationForm.of(report(Optional.of(UNSEEN))))).contains("""
                  "reliability": {
                    "0.0": {
                      "pairs": 1200,
                      "confidence": 0.021,
                      "references": 0.018
                    },
                    "0.1": {
                      "pairs": 0,
                      "confidence": 0.000,
                      "references": 0.000
                    }
                  },
                  "unsure": {
                    "share": 0.051,
                    "references": 0.312,
                    "recall": 0.690,
                    "confirmed": 0.781
                  },
                  "spared": {
                    "sentences": 0.412,
                    "recall": 0.008
                  },
                """);
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
                  "reliability": null,
                  "unsure": null,
                  "spared": null,
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
