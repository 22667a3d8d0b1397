package dev.touchstone.web.browse;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Audited;
import dev.touchstone.auditor.reference.Doubt;

/** One sentence that may refer to a value, with the document that it stands in. */
public record FiledDoubt(Entry entry, Audited audited, Doubt doubt) {}
