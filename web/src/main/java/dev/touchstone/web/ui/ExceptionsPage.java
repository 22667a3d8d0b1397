package dev.touchstone.web.ui;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.web.app.Waiver;
import java.util.List;

/**
 * The register of exceptions.
 *
 * @param found such as "3 exceptions, 1 of them expired"
 * @param withdraws whether the reader may take one back
 */
record ExceptionsPage(Frame frame, String found, List<Exemptions.Row> rows, boolean withdraws) {
    static ExceptionsPage of(Reader reader, Audit audit, List<Waiver> waivers) {
        var expired = (int) waivers.stream().filter(Waiver::expired).count();
        return new ExceptionsPage(
                Frame.of(reader, audit, "Exceptions", Addresses.EXCEPTIONS),
                Numbers.of(waivers.size(), "exception")
                        + (expired == 0 ? "" : ", %s of them expired".formatted(Numbers.whole(expired))),
                Exemptions.rows(audit, waivers),
                reader.allows());
    }
}
