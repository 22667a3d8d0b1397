package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.charter.Bundle;
import java.util.List;

/**
 * What made an audit: the program's version and the annotator's identity (the charter has its own hash).
 *
 * @param bundles how the annotator understood the charter's values, in their order; empty when it did not say
 */
public record Provenance(String touchstone, String model, List<Bundle> bundles) {
    public Provenance {
        bundles = List.copyOf(bundles);
    }
}
