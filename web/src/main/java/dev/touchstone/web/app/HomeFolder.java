package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.web.json.AuditReader;
import dev.touchstone.web.json.AuditWriter;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Where a home keeps what.
 * <pre>
 * home.yaml           version of this layout
 * charter.yaml        the charter, as it was given
 * audit.json          the audit as it stands; not there before the first one
 * boilerplate.json    what repeats across the collection
 * text/SHA256.txt     texts that offsets point into
 * index/              the search index: derived, can be made again
 * uploads/SHA256/     what was sent, as it was sent, and how far it has come
 * jobs/N.json         which uploads came together
 * </pre>
 */
public record HomeFolder(Path path) {
    private static final int VERSION = 1;

    /** Whether a home is there. */
    public boolean exists() {
        return Files.exists(path.resolve("home.yaml"));
    }

    /**
     * Makes a home for audits with this charter.
     *
     * @return whether it was made; false when it was there already, with the same charter, and nothing was done
     * @throws BadInput when the folder holds anything else
     */
    public boolean create(Path charter) {
        var read = CharterFile.read(charter);
        if (exists()) {
            if (charter().sha256().equals(read.charter().sha256())) return false;
            throw new BadInput("%s: this home has another charter than %s; give a new folder".formatted(path, charter));
        }
        requireEmpty();
        Durable.folder(path);
        try {
            Durable.write(path.resolve("charter.yaml"), Files.readAllBytes(charter));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + charter, failed);
        }
        // Last: a folder without it is no home yet.
        Durable.write(path.resolve("home.yaml"), "version: " + VERSION + "\n");
        return true;
    }

    private void requireEmpty() {
        if (!Files.exists(path)) return;
        if (!Files.isDirectory(path)) throw new BadInput(path + ": this is a file; give a new or empty folder");
        try (var inside = Files.list(path)) {
            // What an interrupted start left behind is ours.
            var other = inside.filter(file -> !file.getFileName().toString().equals("charter.yaml"))
                    .findFirst();
            if (other.isPresent())
                throw new BadInput("%s: this folder is no home and not empty (%s is in it); give a new or empty one"
                        .formatted(path, other.get().getFileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + path, failed);
        }
    }

    /**
     * Says whether this program can work with what is there.
     *
     * @throws BadInput when there is no home, or one that a newer program made
     */
    public void check() {
        if (!exists())
            throw new BadInput(
                    "%s: no home here; make one with: touchstone init --home %s --charter FILE".formatted(path, path));
        try {
            var file = path.resolve("home.yaml");
            var entries =
                    YamlNode.parse(file.toString(), Files.readAllBytes(file)).entries();
            var version = entries.get("version");
            if (version == null) throw new BadInput(file + ": it has no 'version'; this is no home's file");
            if (version.number() > VERSION)
                throw version.wrong("this home was made by a newer touchstone; use that one");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the home " + path, failed);
        }
    }

    public Charter charter() {
        return CharterFile.read(path.resolve("charter.yaml")).charter();
    }

    /** The audit as it was published last. */
    public Optional<Audit> audit() {
        var file = path.resolve("audit.json");
        return read(file).map(text -> AuditReader.read(text, charter(), file.toString()));
    }

    void publish(Audit audit) {
        Durable.write(path.resolve("audit.json"), Json.text(AuditWriter.form(audit)));
    }

    Boilerplate boilerplate() {
        var file = path.resolve("boilerplate.json");
        return read(file)
                .map(text -> Json.read(Repeated.class, text, file.toString()))
                .map(form -> new Boilerplate(new TreeSet<>(form.repeated())))
                .orElse(Boilerplate.NONE);
    }

    void publish(Boilerplate boilerplate) {
        var sorted = List.copyOf(new TreeSet<>(boilerplate.repeated()));
        Durable.write(path.resolve("boilerplate.json"), Json.text(new Repeated(sorted)));
    }

    public TextFolder texts() {
        return new TextFolder(path.resolve("text"));
    }

    public Path index() {
        return path.resolve("index");
    }

    /** There while an ingest is published: when it is found, index and audit may not tell the same. */
    Path unfinished() {
        return path.resolve("unfinished");
    }

    UploadStore uploads() {
        return new UploadStore(path.resolve("uploads"), path.resolve("jobs"));
    }

    private static Optional<String> read(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    /** Boilerplate as its file has it: sorted, so that the same collection gives the same bytes. */
    private record Repeated(List<String> repeated) {}
}
