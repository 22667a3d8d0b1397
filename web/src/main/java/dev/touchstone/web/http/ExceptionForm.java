package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.score.Scorecard;
import dev.touchstone.web.access.Visitor;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.browse.Catalogue;
import dev.touchstone.web.browse.FiledDecision;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is sent for the register of exceptions, and holds it against the audit. */
final class ExceptionForm {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    private ExceptionForm() {}

    /**
     * The terms of an exception.
     *
     * @throws BadInput when something is missing or is not in the audit
     */
    static Waiver.Terms terms(Context context, Audit audit) {
        var decision = decision(context, audit);
        return new Waiver.Terms(
                decision.entry().path(),
                decision.scorecard().decision().id().text(),
                decision.title(),
                value(context, audit),
                approver(context),
                text(context, "because", LONGEST_REASON, "say why it was allowed"),
                day(context));
    }

    /** Who allowed it, as it was said. Where people are told apart it cannot be who writes it down. */
    private static String approver(Context context) {
        var approver = text(context, "approved_by", LONGEST_NAME, "say who allowed it");
        if (Gate.visitor(context) instanceof Visitor.Account account
                && Stream.of(account.user().name(), account.user().shownAs())
                        .anyMatch(name -> plain(name).equals(plain(approver))))
            throw new BadInput("approved_by: nobody writes down an exception that they allowed themselves;"
                    + " let somebody else write it down, or name who else allowed it");
        return approver;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static FiledDecision decision(Context context, Audit audit) {
        var document = field(context, "document");
        if (document.isEmpty()) throw new BadInput("document: give the id of the document with the decision");
        var entry = new Catalogue(audit)
                .document(document)
                .orElseThrow(() -> new NotFoundResponse("The audit has no such document."));
        var id = field(context, "decision");
        if (!(entry.outcome() instanceof Audited audited))
            throw new BadInput("document: it could not be read, so no decision of it is known");
        return audited.scorecards().stream()
                .filter(scorecard -> scorecard.decision().id().text().equals(id))
                .findFirst()
                .map((Scorecard scorecard) -> new FiledDecision(entry, audited, scorecard))
                .orElseThrow(() -> new BadInput("decision: the document has no decision '%s'".formatted(id)));
    }

    private static String value(Context context, Audit audit) {
        var id = field(context, "value");
        return audit.charter().values().stream()
                .map(value -> value.id().text())
                .filter(id::equals)
                .findFirst()
                .orElseThrow(() -> new BadInput("value: the charter has no value '%s'".formatted(id)));
    }

    private static LocalDate day(Context context) {
        try {
            return LocalDate.parse(field(context, "until"));
        } catch (DateTimeException noDay) {
            throw new BadInput("until: give the last day of the exception, such as 2027-06-30");
        }
    }

    private static String text(Context context, String name, int longest, String remedy) {
        var text = field(context, name);
        if (text.isEmpty()) throw new BadInput(name + ": " + remedy);
        if (text.length() > longest) throw new BadInput("%s: at most %d characters".formatted(name, longest));
        return text;
    }

    private static String field(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }

    /**
     * Why something is taken back, from the form or the address.
     *
     * @throws BadInput when nothing is said
     */
    static String because(Context context) {
        var sent = Optional.ofNullable(context.queryParam("because")).orElseGet(() -> field(context, "because"));
        if (sent.isBlank()) throw new BadInput("because: say why it is taken back");
        return sent.strip();
    }
}
