package dev.touchstone.web.operate;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.Condition;
import dev.touchstone.indexer.archive.Originals;
import dev.touchstone.web.app.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Carries bytes by hash from one store into a new one. All are read before, and on the disk after {@link #end}. On one disk
 * both stores share the bytes, which nobody ever changes in place.
 */
final class Carrying {
    private final Originals from;
    private final Path store;
    private final SortedSet<Path> folders = new TreeSet<>();
    private final List<String> carried = new ArrayList<>();
    private final boolean sharing;

    private long bytes;

    /** @param sharing whether both stores may be two names for the same bytes */
    Carrying(Originals from, Path store, boolean sharing) {
        this.from = from;
        this.store = store;
        this.sharing = sharing;
    }

    /** Carries one content; those must come in order. Anything but sound bytes stays where it is. */
    Condition carry(String sha256) {
        var condition = from.verify(sha256);
        if (!(condition instanceof Condition.Sound)) return condition;
        try {
            var file = from.path(sha256).orElseThrow();
            var folder = Files.createDirectories(store.resolve(sha256.substring(0, 2)));
            folders.add(folder);
            keep(file, folder.resolve(sha256));
            carried.add(sha256);
            bytes += Files.size(folder.resolve(sha256));
            return condition;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot carry " + sha256 + " to " + store, failed);
        }
    }

    private void keep(Path file, Path to) throws IOException {
        if (sharing && isLinked(file, to)) return;
        Files.copy(file, to);
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static boolean isLinked(Path file, Path to) {
        try {
            Files.createLink(to, file);
            return true;
        } catch (IOException | UnsupportedOperationException otherDisk) {
            return false;
        }
    }

    /** Puts the names on the disk, and says what was carried. */
    BackupForm.Kept end() {
        try {
            Durable.folder(store);
            for (var folder : folders) Durable.sync(folder);
            Durable.sync(store);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot sync " + store, failed);
        }
        var list = new StringBuilder();
        for (var sha256 : carried) list.append(sha256).append('\n');
        return new BackupForm.Kept(carried.size(), bytes, Sha256.of(list.toString()));
    }
}
