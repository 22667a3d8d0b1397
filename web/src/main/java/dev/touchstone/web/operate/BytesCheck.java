package dev.touchstone.web.operate;

import dev.touchstone.indexer.archive.Condition;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.indexer.archive.ledger.Artifacts.Kind;
import dev.touchstone.indexer.archive.ledger.Holdings.Use;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Retention;
import dev.touchstone.web.archive.Sweeper;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.operate.Finding.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reads all originals and all derived bytes again, and compares them with their names and with the ledger. */
final class BytesCheck {
    private final Ledger ledger;
    private final Originals originals;
    private final Originals derived;
    private final Retention retention;
    /** Those that can be made again, by hash. */
    private final Map<String, List<Use>> lost = new LinkedHashMap<>();

    private final Strays strays;

    BytesCheck(HomeFolder folder, Ledger ledger, Retention retention) {
        this.ledger = ledger;
        this.originals = Originals.look(folder.originals(), ledger.clock());
        this.derived = Originals.look(folder.derived(), ledger.clock());
        this.retention = retention;
        this.strays = Strays.before(ledger.clock().instant().minus(retention.unreferred()));
    }

    List<Finding> look() {
        var findings = new ArrayList<Finding>();
        // What lies there is listed before the ledger is asked: what comes in between is not in the list.
        var here = List.of(originals.all().toList(), derived.all().toList());
        lookAtOriginals(findings);
        lookAtDerived(findings);
        extras(
                Place.ORIGINALS,
                originals,
                here.getFirst(),
                (transaction, hash) -> transaction.documents().isReferred(hash),
                findings);
        extras(
                Place.DERIVED,
                derived,
                here.getLast(),
                (transaction, hash) -> transaction.artifacts().isReferred(hash),
                findings);
        return findings;
    }

    private void lookAtOriginals(List<Finding> findings) {
        for (var original : ledger.read(transaction -> transaction.holdings().originals()))
            fault(originals, original.sha256())
                    .filter(_ ->
                            ledger.read(transaction -> transaction.documents().isReferred(original.sha256())))
                    .ifPresent(fault -> findings.add(Finding.fault(
                            Place.ORIGINALS,
                            "original %s of %s".formatted(original.sha256(), paths(original.sha256())),
                            fault,
                            "take it out of a backup, or send the document again")));
    }

    private String paths(String sha256) {
        List<String> paths = ledger.read(transaction -> transaction.holdings().paths(sha256));
        return String.join(", ", paths);
    }

    private void lookAtDerived(List<Finding> findings) {
        var uses = new LinkedHashMap<String, List<Use>>();
        for (var one : ledger.read(transaction -> transaction.holdings().derived()))
            uses.computeIfAbsent(one.sha256(), _ -> new ArrayList<>()).add(one.use());
        uses.forEach((sha256, of) -> fault(derived, sha256)
                .filter(_ -> ledger.read(transaction -> transaction.artifacts().isReferred(sha256)))
                .ifPresent(fault -> {
                    lost.put(sha256, of);
                    findings.add(Finding.fault(
                            Place.DERIVED,
                            "derived %s, %s".formatted(sha256, what(of.getFirst())),
                            fault,
                            remedy(of.getFirst())));
                }));
    }

    private static Optional<String> fault(Originals store, String sha256) {
        return switch (store.verify(sha256)) {
            case Condition.Sound _ -> Optional.empty();
            case Condition.Missing _ -> Optional.of("its bytes are missing");
            case Condition.Damaged _ -> Optional.of("its bytes have changed");
        };
    }

    private static String what(Use use) {
        return switch (use) {
            case Use.OfVersion of when of.kind() == Kind.EXTRACTION -> "what was read of version " + of.version();
            case Use.OfVersion of when of.kind() == Kind.READ -> "the readings of version " + of.version();
            case Use.OfVersion of -> "the sentences of version " + of.version();
            case Use.OfResult of -> "the result of version " + of.version();
            case Use.OfRun of -> "the context of run " + of.run();
        };
    }

    private static String remedy(Use use) {
        return switch (use) {
            case Use.OfVersion _, Use.OfResult _ -> "check --repair has it made again at the next start";
            case Use.OfRun _ -> "rescore makes it again";
        };
    }

    private void extras(
            Place place,
            Originals store,
            List<String> here,
            BiPredicate<Transaction, String> isReferred,
            List<Finding> findings) {
        var before = ledger.clock().instant().minus(retention.unreferred());
        for (var sha256 : here) {
            if (ledger.read(transaction -> isReferred.test(transaction, sha256))) continue;
            if (store.since(sha256).filter(since -> since.isBefore(before)).isPresent())
                findings.add(Finding.extra(place, sha256));
        }
        strays.look(place, store.strays(), findings);
    }

    /** Whether all that the search index is compared with can be read. */
    boolean areResultsSound() {
        return lost.isEmpty();
    }

    /** Deletes what nobody refers to, and has made again what was lost. */
    void repair() {
        new Sweeper(ledger, originals, derived, retention).sweep();
        strays.delete();
        ledger.act(
                Viewer.local("").caller(),
                transaction ->
                        lost.values().stream().flatMap(List::stream).forEach(use -> makeAgain(transaction, use)));
    }

    private static void makeAgain(Transaction transaction, Use use) {
        switch (use) {
            case Use.OfVersion of
            when of.kind() == Kind.EXTRACTION -> transaction.work().readAgain(of.version());
            case Use.OfVersion of ->
                transaction.documents().find(of.version()).stream()
                        .flatMap(version ->
                                transaction.runs().live(version.document().collection()).stream())
                        .forEach(run -> transaction.work().scoreAgain(of.version(), run));
            case Use.OfResult of -> {
                transaction.results().forget(of.run(), of.version());
                transaction
                        .runs()
                        .find(of.run())
                        .ifPresent(run -> transaction.work().scoreAgain(of.version(), run));
            }
            // Only all documents of the collection together show it.
            case Use.OfRun _ -> {}
        }
    }
}
