package dev.touchstone.auditor.decision;

import dev.touchstone.auditor.document.Span;
import java.util.List;

/** One decision of a document: most records hold one, minutes hold many or none. */
public record Decision(Id id, String title, Span span, List<Option> options) {
    public Decision {
        options = List.copyOf(options);
    }

    /** A decision's name within its document: {@code d1}, {@code d2} … */
    public record Id(String text) {
        public static Id of(int number) {
            return new Id("d" + number);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
