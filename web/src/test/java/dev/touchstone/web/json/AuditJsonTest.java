package dev.touchstone.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.web.Golden;
import org.junit.jupiter.api.Test;

class AuditJsonTest {
    private static final Audit AUDIT = TestingAudits.harbour();

    @Test
    void an_audit_is_written_as_the_contract_says() {
        Golden.assertSame("audit.json", Json.text(AuditWriter.form(AUDIT)));
    }

    @Test
    void an_audit_that_is_read_back_is_the_same() {
        var text = Json.text(AuditWriter.form(AUDIT));

        assertThat(AuditReader.read(text, TestingAudits.CHARTER, "audit.json")).isEqualTo(AUDIT);
    }

    @Test
    void an_audit_of_a_program_that_knew_neither_concerns_nor_doubts_is_read() {
        var text = Json.text(AuditWriter.form(AUDIT))
                .replaceAll(", \"concerns\": \\[[^]]*], \"concerns_suggested\": (true|false)", "")
                .replaceAll("\"(arguments|unsure)\": \\[[^]]*],", "")
                .replaceAll("\"unsure\": \\d+, ", "");

        var audit = AuditReader.read(text, TestingAudits.CHARTER, "audit.json");

        assertThat(text).doesNotContain("arguments", "concerns", "unsure");
        assertThat(audit.provenance().bundles()).isEmpty();
        assertThat(audit.all()).hasSameSizeAs(AUDIT.all().toList());
        assertThat(audit.summary().values())
                .extracting(line -> line.roles())
                .isEqualTo(AUDIT.summary().values().stream()
                        .map(line -> line.roles())
                        .toList());
    }

    @Test
    void an_audit_of_another_charter_is_refused() {
        var text = Json.text(AuditWriter.form(AUDIT));
        var other = new Charter("Other", 1, "", TestingAudits.CHARTER.values(), "decaf");

        assertThatThrownBy(() -> AuditReader.read(text, other, "audit.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("made with another charter");
    }

    @Test
    void a_damaged_audit_is_told_with_its_line() {
        var text = Json.text(AuditWriter.form(AUDIT));

        assertThatThrownBy(() -> AuditReader.read(text.substring(0, 700), TestingAudits.CHARTER, "audit.json"))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("audit\\.json:\\d+: .*");
        assertThatThrownBy(() -> AuditReader.read(
                        text.replace("\"given_up\", \"role\"", "\"lost\", \"role\"")
                                .replace("\"compromises\"", "\"hurts\""),
                        TestingAudits.CHARTER,
                        "audit.json"))
                .isInstanceOf(BadInput.class)
                .hasMessage("'hurts' is none of upholds, compromises, neutral");
    }
}
