package dev.touchstone.indexer.archive.jobs;

import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Stage;
import dev.touchstone.indexer.archive.ledger.Version;
import java.util.Optional;

/**
 * A version on its way through a stage.
 *
 * @param run present for scoring
 * @param attempt from 1
 */
public record Task(Version version, Optional<Run> run, Stage stage, int attempt) {}
