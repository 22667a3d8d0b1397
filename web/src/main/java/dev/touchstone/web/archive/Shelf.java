package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Contents.Shown;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Runs.Run;
import dev.touchstone.indexer.archive.ledger.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people see of one collection at one moment.
 *
 * @param run absent before anything was scored
 * @param bundles how the charter's values were understood in the run
 * @param shown in order of paths
 * @param entries of {@code shown}, in the same order, under the paths that people see
 * @param leftOut files that were not taken, under their paths in the collection
 * @param versions by the hash of the bytes of a file or of a file inside it
 */
record Shelf(
        Collection collection,
        Optional<Run> run,
        Optional<Published> charter,
        List<Bundle> bundles,
        List<Shown> shown,
        List<Entry> entries,
        List<Skipped> leftOut,
        Map<String, Id<Version>> versions) {}
