package dev.touchstone.indexer.search;

import static dev.touchstone.auditor.reference.About.CHOSEN;
import static dev.touchstone.auditor.reference.About.GENERAL;
import static dev.touchstone.auditor.reference.About.REJECTED;
import static dev.touchstone.auditor.reference.About.TODAY;
import static dev.touchstone.auditor.reference.Role.BEHAVIOUR;
import static dev.touchstone.auditor.reference.Role.DECLARATION;
import static dev.touchstone.auditor.reference.Role.REASON;
import static dev.touchstone.auditor.reference.Stance.COMPROMISES;
import static dev.touchstone.auditor.reference.Stance.UPHOLDS;

import dev.touchstone.auditor.decision.Section.Kind;
import dev.touchstone.auditor.decision.Status.Normal;
import java.util.List;

/** A collection small enough to know by heart: five records of three teams. */
final class SampleCorpus {
    static final SampleRecord LEDGER = SampleRecord.of("payments/0001-ledger.md", "Keep an append-only ledger")
            .by("Payments")
            .on("2024-02-10")
            .status(Normal.ACCEPTED)
            .section(Kind.CONTEXT, "Context and problem")
            .passage("Customers could not see who had changed a balance. Our support staff guessed.")
            .refers("candour", COMPROMISES, TODAY, REASON)
            .section(Kind.DECISION, "Decision outcome")
            .passage("We log every change in a ledger, so that anyone can audit it.")
            .refers("candour", UPHOLDS, CHOSEN, REASON)
            .passage("Old entries are never deleted.")
            .refers("candour", UPHOLDS, CHOSEN, BEHAVIOUR)
            .section(Kind.CONSEQUENCES, "Consequences")
            .passage("The cost of storage doubles.")
            .refers("thrift", COMPROMISES, CHOSEN, REASON);

    static final SampleRecord REFUNDS = SampleRecord.of("payments/0002-refunds.md", "Refund without questions")
            .by("Payments")
            .on("2024-08-20")
            .status(Normal.PROPOSED)
            .format("nygard")
            .section(Kind.DECISION, "Decision")
            .passage("Refunds below twenty euros are paid at once. Audits of them are logged.")
            .refers("thrift", UPHOLDS, CHOSEN, BEHAVIOUR)
            .section(Kind.CONSEQUENCES, "Consequences")
            .passage("Some customers will abuse it, and the cost is ours.")
            .refers("thrift", COMPROMISES, CHOSEN, REASON);

    static final SampleRecord CACHE = SampleRecord.of("platform/0017-session-cache.md", "Cache sessions in Redis")
            .by("Platform")
            .on("2023-11-05")
            .status(Normal.ACCEPTED)
            .section(Kind.OPTIONS, "Considered options")
            .passage("A public dashboard would have shown every failure to customers.")
            .refers("candour", UPHOLDS, REJECTED, REASON)
            .passage("It would no longer hide outages, at the cost of some calm.")
            .section(Kind.DECISION, "Decision outcome")
            .passage("Sessions live in the cache for an hour and can be encrypted; encryption is on by default.");

    static final SampleRecord MINUTES = SampleRecord.of("people/minutes-2024-05.md", "Minutes of May")
            .by("People")
            .on("2024-05-14")
            .format("minutes")
            .section(Kind.OTHER, "Values day")
            .passage("Candour is our first value, and we live it.")
            .refers("candour", UPHOLDS, GENERAL, DECLARATION)
            .passage("Managers speak honestly with applicants.")
            .refers("candour", UPHOLDS, CHOSEN, BEHAVIOUR);

    static final SampleRecord NOTES = SampleRecord.of("notes.md", "Loose ends")
            .status(Normal.DRAFT)
            .passage("The dashboard is too slow, they say.");

    static final List<SampleRecord> ALL = List.of(LEDGER, REFUNDS, CACHE, MINUTES, NOTES);

    private SampleCorpus() {}
}
