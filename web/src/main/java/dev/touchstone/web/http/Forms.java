package dev.touchstone.web.http;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.app.Home.Waiting;
import dev.touchstone.web.browse.Titles;
import dev.touchstone.web.json.AuditForm;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.json.Words;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of the API that are not in {@code audit.json} already. What is unknown is null. */
final class Forms {
    private Forms() {}

    /**
     * A page of documents.
     *
     * @param next cursor of the next page; null on the last
     */
    record Documents(List<DocumentLine> documents, @Nullable String next) {}

    /**
     * A document without its references.
     *
     * @param outcome {@code audited}, {@code partial} or {@code failed}; of one on its way how far it has come: {@code queued},
     *     {@code reading}, {@code scoring}
     */
    record DocumentLine(
            String id,
            String path,
            @Nullable String sha256,
            String outcome,
            String title,
            int decisions,
            int references) {
        static DocumentLine of(Waiting waiting) {
            return new DocumentLine(
                    DocumentId.of(waiting.path()).text(),
                    waiting.path(),
                    waiting.sha256(),
                    Words.of(waiting.state()),
                    waiting.path(),
                    0,
                    0);
        }

        static DocumentLine of(Entry entry) {
            var sha256 = entry.sha256().isEmpty() ? null : entry.sha256();
            var id = DocumentId.of(entry.path()).text();
            if (!(entry.outcome() instanceof Audited audited))
                return new DocumentLine(id, entry.path(), sha256, "failed", Titles.of(entry), 0, 0);
            return new DocumentLine(
                    id,
                    entry.path(),
                    sha256,
                    audited.isPartial() ? "partial" : "audited",
                    Titles.of(entry),
                    audited.scorecards().size(),
                    audited.references().size());
        }
    }

    /** Files on their way. */
    record JobForm(String id, boolean finished, List<Item> items) {
        static JobForm of(Job job) {
            return new JobForm(
                    job.id(), job.finished(), job.items().stream().map(Item::of).toList());
        }
    }

    /**
     * One file of a job.
     *
     * @param document id of the document that it became
     */
    record Item(
            String name,
            String state,
            @Nullable String document,
            boolean duplicate,
            @Nullable String message) {
        static Item of(Job.Item item) {
            return new Item(
                    item.name(),
                    Words.of(item.state()),
                    item.path().isEmpty() ? null : DocumentId.of(item.path()).text(),
                    item.duplicate(),
                    item.message().isEmpty() ? null : item.message());
        }
    }

    /** Audits, of which there is one: the present. */
    record Audits(List<Present> audits) {
        static Audits of(Audit audit) {
            var form = AuditWriter.form(audit);
            return new Audits(List.of(new Present(
                    "current",
                    form.charter(),
                    form.provenance(),
                    (int) audit.all().count(),
                    form.summary())));
        }
    }

    record Present(
            String id,
            AuditForm.Charter charter,
            AuditForm.Provenance provenance,
            int documents,
            AuditForm.Summary summary) {}

    /** The documents with nearly the same text as another, the likest first. */
    record Alikes(String document, String path, List<AlikeForm> alike) {
        static Alikes of(Entry entry, List<Alike> alike) {
            return new Alikes(
                    DocumentId.of(entry.path()).text(),
                    entry.path(),
                    alike.stream().map(AlikeForm::of).toList());
        }
    }

    /**
     * One of them.
     *
     * @param likeness share of their runs of five words that are common, estimated
     */
    record AlikeForm(String document, String path, BigDecimal likeness) {
        static AlikeForm of(Alike alike) {
            return new AlikeForm(
                    DocumentId.of(alike.path()).text(), alike.path(), BigDecimal.valueOf(alike.hundredths(), 2));
        }
    }

    record Collections(List<String> collections) {}

    record Charters(List<CharterForm> charters) {
        static Charters of(Charter charter) {
            return new Charters(List.of(new CharterForm(
                    charter.organisation(),
                    charter.version(),
                    charter.source().isEmpty() ? null : charter.source(),
                    charter.sha256(),
                    charter.values().stream().map(ValueForm::of).toList())));
        }
    }

    record CharterForm(
            String organisation, int version, @Nullable String source, String sha256, List<ValueForm> values) {}

    record ValueForm(
            String id,
            String name,
            String statement,
            @Nullable String alternative,
            List<String> behaviours,
            List<String> counterBehaviours,
            List<String> terms) {
        static ValueForm of(Value value) {
            return new ValueForm(
                    value.id().text(),
                    value.name(),
                    value.statement(),
                    value.alternative().orElse(null),
                    value.conduct().behaviours(),
                    value.conduct().counterBehaviours(),
                    value.terms());
        }
    }
}
