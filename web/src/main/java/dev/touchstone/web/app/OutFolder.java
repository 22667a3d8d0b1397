package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import dev.touchstone.web.json.ReferencesCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The folder that an audit is written to: whole or not at all. It grows beside its place and is moved there by
 * {@link #commit}; closing without commit leaves what was there before.
 */
public final class OutFolder implements AutoCloseable {
    private static final Set<String> OURS = Set.of("audit.json", "references.csv", "report.html", "text");

    private final Path place;
    private final Path growing;
    private final Path before;

    private OutFolder(Path place) {
        this.place = place;
        this.growing = place.resolveSibling("." + place.getFileName() + ".part");
        this.before = place.resolveSibling("." + place.getFileName() + ".before");
    }

    /**
     * Begins to write.
     *
     * @throws BadInput when the folder holds anything but an earlier audit
     */
    public static OutFolder begin(Path given) {
        var place = given.toAbsolutePath().normalize();
        if (place.getFileName() == null) throw new BadInput(given + ": give a folder of its own for the audit");
        requireOurs(given, place);
        var folder = new OutFolder(place);
        try {
            // A run that was killed while it moved the folders: take back what it had moved away.
            if (!Files.exists(place) && Files.exists(folder.before)) Files.move(folder.before, place);
            Scratch.delete(folder.growing);
            Files.createDirectories(folder.growing.resolve("text"));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write beside " + given, failed);
        }
        return folder;
    }

    private static void requireOurs(Path given, Path place) {
        if (!Files.exists(place)) return;
        if (!Files.isDirectory(place)) throw new BadInput(given + ": this is a file; give a new folder for the audit");
        try (var inside = Files.list(place)) {
            var other = inside.map(file -> file.getFileName().toString())
                    .filter(name -> !OURS.contains(name))
                    .sorted()
                    .findFirst();
            if (other.isPresent())
                throw new BadInput(
                        "%s: this folder holds other things (%s); give a new or empty one, or that of an audit"
                                .formatted(given, other.get()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + given, failed);
        }
    }

    /** Keeps the texts of the documents. */
    public Sink texts() {
        return (entry, annotated) -> keep(entry.sha256(), annotated.document().text());
    }

    /** Keeps the text of the document with this hash. */
    public void keep(String sha256, String text) {
        write(growing.resolve("text").resolve(sha256 + ".txt"), text);
    }

    /** Writes a further file, such as the report. */
    public void write(String name, String text) {
        write(growing.resolve(name), text);
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** Writes the audit and moves everything to its place. */
    public void commit(Audit audit) {
        write("audit.json", Json.text(AuditWriter.form(audit)));
        var csv = new StringBuilder();
        ReferencesCsv.write(audit, csv);
        write("references.csv", csv.toString());
        try {
            Scratch.delete(before);
            if (Files.exists(place)) Files.move(place, before);
            Files.move(growing, place);
            Scratch.delete(before);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot move the audit to " + place, failed);
        }
    }

    @Override
    public void close() {
        try {
            Scratch.delete(growing);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + growing, failed);
        }
    }
}
