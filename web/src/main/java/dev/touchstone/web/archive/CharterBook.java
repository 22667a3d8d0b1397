package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Charters.Published;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.web.app.CharterFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The charters of a home, version by version, each in force from a day on.
 *
 * @param organisation whose home it is
 */
record CharterBook(HomeFolder folder, String organisation, Ledger ledger) {
    /** Those of a home that is there. Whose it is never changes, so its file is read once. */
    static CharterBook of(HomeFolder folder, Ledger ledger) {
        return new CharterBook(folder, folder.organisation(), ledger);
    }

    /** A charter as its file has it. */
    @SuppressWarnings("ArrayRecordComponent") // read and written, never compared
    record Written(Charter charter, byte[] bytes) {
        /**
         * Reads a charter.
         *
         * @throws BadInput when it is none, with the line
         */
        static Written read(Path file) {
            var charter = CharterFile.read(file).charter();
            try {
                return new Written(charter, Files.readAllBytes(file));
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot read " + file, failed);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(ledger.clock().instant(), ZoneOffset.UTC);
    }

    /**
     * The charter that is in force today.
     *
     * @throws BadInput when none is
     */
    Published inForce() {
        return ledger.read(transaction -> transaction.charters().inForce(organisation, today()))
                .orElseThrow(() -> new BadInput(
                        "%s: no charter is in force yet; give one with: touchstone rescore --home %s --charter FILE"
                                .formatted(folder.path(), folder.path())));
    }

    /**
     * Publishes the next version of the charter, in force from today on. One that was published before changes nothing.
     *
     * @throws BadInput when it is another organisation's, or another one has its version
     */
    void publish(Caller caller, Path file) {
        var written = Written.read(file);
        var charter = written.charter();
        if (!charter.organisation().equals(organisation))
            throw new BadInput("%s: this is the charter of %s, and the home is that of %s; give its charter"
                    .formatted(file, charter.organisation(), organisation));
        var known = ledger.read(transaction -> transaction.charters().find(charter.organisation(), charter.sha256()));
        if (known.isEmpty()) publish(caller, written);
    }

    void publish(Caller caller, Written written) {
        var charter = written.charter();
        ledger.act(
                caller,
                transaction -> transaction
                        .charters()
                        .publish(
                                charter.organisation(),
                                charter.version(),
                                today(),
                                charter.sha256(),
                                new String(written.bytes(), StandardCharsets.UTF_8)));
    }
}
