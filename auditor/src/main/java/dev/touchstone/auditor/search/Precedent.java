package dev.touchstone.auditor.search;

import dev.touchstone.auditor.reference.Confidence;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that is like another one.
 *
 * @param likeness in meaning, of the two documents as wholes; zero when one has no sentences
 */
public record Precedent(
        String path, String sha256, String title, String team, Optional<LocalDate> date, Confidence likeness) {}
