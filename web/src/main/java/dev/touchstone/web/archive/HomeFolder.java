package dev.touchstone.web.archive;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Durable;
import dev.touchstone.web.app.Lacking;
import dev.touchstone.web.app.YamlNode;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a home keeps what.
 * <pre>
 * home.yaml           version of this layout and whose home it is
 * ledger.db           the ledger, unless it is on a PostgreSQL server
 * originals/          bytes as they were sent, by their hash
 * derived/            what was made of them, by its hash
 * ledger.db.seal      what that file was like when it was closed
 * index/COLLECTION/   the search index of each collection: derived, can be made again
 * log/                what the program has to tell its operator
 * </pre>
 */
public record HomeFolder(Path path) {
    /** The collection that everything goes to when nobody says another. */
    public static final String MAIN = "records";

    private static final int VERSION = 2;

    /** Whether a home is there, as far as this user of the system may look. */
    public boolean exists() {
        return Files.exists(marker());
    }

    private Path marker() {
        return path.resolve("home.yaml");
    }

    /**
     * Makes an empty folder ready to become a home; {@link #mark} makes it one.
     *
     * @throws BadInput when it holds anything else
     */
    public void prepare() {
        requireEmpty();
        Durable.folder(path);
    }

    private void requireEmpty() {
        if (!Files.exists(path)) return;
        if (!Files.isDirectory(path)) throw new BadInput(path + ": this is a file; give a new or empty folder");
        try (var inside = Files.list(path)) {
            // What an interrupted start left behind is ours.
            var other = inside.filter(
                            file -> !String.valueOf(file.getFileName()).matches("ledger\\.db.*|originals|derived|lock"))
                    .findFirst();
            if (other.isPresent())
                throw new BadInput("%s: this folder is no home and not empty (%s is in it); give a new or empty one"
                        .formatted(path, other.get().getFileName()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + path, failed);
        }
    }

    /** Says, last of all, that this is the home of an organisation. */
    public void mark(String organisation) {
        Durable.write(marker(), "version: %d\norganisation: %s\n".formatted(VERSION, Json.line(organisation)));
    }

    /**
     * Says whether this program can work with what is there.
     *
     * @throws BadInput when there is no home, or one that another version of the program made
     * @throws Lacking when the folder is somebody else's
     */
    public void check() {
        organisation();
    }

    /** Whose home it is. */
    public String organisation() {
        var entries = entries();
        var organisation = entries.get("organisation");
        if (organisation == null) throw new BadInput(marker() + ": it has no 'organisation'; this is no home's file");
        return organisation.text();
    }

    private Map<String, YamlNode> entries() {
        if (Files.isDirectory(path) && !Files.isExecutable(path))
            throw new Lacking(
                    "%s: this folder cannot be looked into; start as its owner%s".formatted(path, owner(path)));
        if (!exists())
            throw new BadInput(
                    "%s: no home here; make one with: touchstone init --home %s --charter FILE".formatted(path, path));
        try {
            var entries = YamlNode.parse(marker().toString(), Files.readAllBytes(marker()))
                    .entries();
            var version = entries.get("version");
            if (version == null) throw new BadInput(marker() + ": it has no 'version'; this is no home's file");
            if (version.number() > VERSION)
                throw version.wrong("this home was made by a newer touchstone; use that one");
            if (version.number() < VERSION)
                throw version.wrong(
                        "this home was made before there was a ledger; make a new one with init and ingest");
            return entries;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the home " + path, failed);
        }
    }

    /** {@code " mara"}, for a sentence about a file; empty where the system does not tell. */
    static String owner(Path file) {
        try {
            return " " + Files.getOwner(file).getName();
        } catch (IOException | UnsupportedOperationException unknown) {
            return "";
        }
    }

    /** The ledger's file, when it is in this folder. */
    public Path ledger() {
        return path.resolve("ledger.db");
    }

    /** Bytes as they were sent. */
    public Path originals() {
        return path.resolve("originals");
    }

    /** Bytes that were made of them. */
    public Path derived() {
        return path.resolve("derived");
    }

    /** The search indexes, each in a folder named by its collection's id. */
    public Path index() {
        return path.resolve("index");
    }

    public Path log() {
        return path.resolve("log");
    }
}
