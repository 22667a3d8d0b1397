package dev.touchstone.web.archive;

import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Collection;
import dev.touchstone.indexer.archive.ledger.Document;
import dev.touchstone.indexer.archive.ledger.Exceptions.Allowance;
import dev.touchstone.indexer.archive.ledger.Exceptions.Allowed;
import dev.touchstone.indexer.archive.ledger.Id;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Transaction;
import dev.touchstone.web.app.Waiver;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The register of exceptions, over the collections that a viewer may see. */
final class Register {
    private static final Comparator<Waiver> IN_FORCE_FIRST = Comparator.comparing(Waiver::expired)
            .thenComparing(waiver -> waiver.terms().until())
            .thenComparing(waiver -> waiver.terms().path())
            .thenComparing(Waiver::id);

    private final Ledger ledger;

    Register(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Waiver> of(List<Collection> collections) {
        return ledger.read(transaction -> collections.stream()
                .flatMap(collection -> transaction.exceptions().of(collection.id()).stream()
                        .map(allowed -> waiver(collection, allowed)))
                .sorted(IN_FORCE_FIRST)
                .toList());
    }

    Waiver add(Caller caller, Collection collection, Waiver.Terms terms) {
        var path = Naming.stored(collection, terms.path());
        var allowance = new Allowance(
                path,
                terms.decision(),
                terms.title(),
                terms.value(),
                terms.approvedBy(),
                terms.because(),
                terms.until());
        return ledger.write(
                caller,
                transaction -> waiver(
                        collection, transaction.exceptions().add(document(transaction, collection, path), allowance)));
    }

    /** The document at a path, or the one that the file at this path is inside. */
    private static Document document(Transaction transaction, Collection collection, String path) {
        return transaction
                .documents()
                .at(collection.id(), path)
                .or(() ->
                        transaction.documents().at(collection.id(), path.substring(0, Math.max(0, path.indexOf("!/")))))
                .orElseThrow(
                        () -> new IllegalStateException("the audit has a document that the ledger lacks: " + path));
    }

    boolean withdraw(Caller caller, List<Collection> collections, Id<Allowed> id, String because) {
        return ledger.write(caller, transaction -> {
            Optional<Allowed> allowed = transaction
                    .exceptions()
                    .find(id)
                    .filter(one -> collections.stream()
                            .anyMatch(collection -> collection.id().equals(one.collection())));
            allowed.ifPresent(one -> transaction.exceptions().withdraw(one, because));
            return allowed.isPresent();
        });
    }

    private Waiver waiver(Collection collection, Allowed allowed) {
        var allowance = allowed.allowance();
        var today = LocalDate.ofInstant(ledger.clock().instant(), ZoneOffset.UTC);
        return new Waiver(
                allowed.id().toString(),
                new Waiver.Terms(
                        Naming.shown(collection, allowance.path()),
                        allowance.decision(),
                        allowance.title(),
                        allowance.value(),
                        allowance.approvedBy(),
                        allowance.because(),
                        allowance.until()),
                Versions.sender(allowed.by()),
                allowed.at(),
                allowance.until().isBefore(today));
    }
}
