package dev.touchstone.indexer.archive;

import dev.touchstone.auditor.document.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A store of bytes by the hash of their content. What {@link #put} has answered for stays, also after a power cut; the same
 * bytes are there once, however often and from however many threads they come. Nothing is ever changed in place.
 * <pre>
 * incoming/*.part       what is being written, and what a crash left of it
 * 3f/3f9a…              one file for each content, in a folder named by its first two digits
 * </pre>
 * What nobody refers to is deleted only after a while ({@link #delete}): the ledger learns of bytes after they are here.
 */
public final class Originals {
    private static final String INCOMING = "incoming";
    private static final int STRIPES = 64;

    private final Path folder;
    private final Disk disk;
    private final InstantSource clock;
    /** Whoever keeps or deletes a content holds the lock of its stripe. */
    private final List<Object> stripes =
            IntStream.range(0, STRIPES).mapToObj(_ -> new Object()).toList();

    Originals(Path folder, Disk disk, InstantSource clock) {
        this.folder = folder;
        this.disk = disk;
        this.clock = clock;
    }

    /** Opens the store in a folder, which is made when it is missing. One process writes to it. */
    public static Originals open(Path folder, InstantSource clock) {
        var originals = new Originals(folder, Disk.REAL, clock);
        originals.makeFolders();
        return originals;
    }

    /** The store in a folder, to be looked at only: nothing is made. */
    public static Originals look(Path folder, InstantSource clock) {
        return new Originals(folder, Disk.REAL, clock);
    }

    void makeFolders() {
        attempt("make the folder " + folder, () -> {
            make(folder.toAbsolutePath());
            make(incoming());
            return folder;
        });
    }

    /** Makes a folder that stays, with those above it. */
    private void make(Path missing) throws IOException {
        if (Files.isDirectory(missing)) return;
        var above = missing.getParent();
        if (above != null) make(above);
        // Another thread may be making the same one: both sync its name.
        if (!Files.isDirectory(missing)) Files.createDirectories(missing);
        if (above != null) disk.sync(above);
    }

    /**
     * Keeps the bytes of a stream, without holding them in memory. When this returns {@code Kept} or {@code Known} they are on
     * the disk; when it throws, nothing was kept.
     *
     * @param limit the most bytes that are taken
     * @throws IOException when the sender's stream breaks off
     * @throws Unavailable when the disk is full or fails
     */
    public Put put(InputStream in, long limit) throws IOException {
        try (var incoming = Incoming.begin(incoming(), disk)) {
            if (!incoming.receive(in, limit)) return new Put.TooLarge(limit);
            var original = incoming.finish();
            return attempt("keep " + original.sha256(), () -> publish(incoming, original));
        }
    }

    /** Keeps bytes that are in memory already. */
    public Original put(byte[] bytes) {
        try {
            return switch (put(new ByteArrayInputStream(bytes), bytes.length)) {
                case Put.Kept kept -> kept.original();
                case Put.Known known -> known.original();
                case Put.TooLarge _ -> throw new IllegalStateException("more bytes than there are");
            };
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be read", impossible);
        }
    }

    private Put publish(Incoming incoming, Original original) throws IOException {
        var file = file(original.sha256());
        make(parent(file));
        synchronized (stripe(original.sha256())) {
            // Read, not trusted: bytes that come again heal what the disk has damaged since.
            if (Files.exists(file) && Sha256.of(file).equals(original.sha256())) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
                // Whoever renamed it may not have got to the folder yet.
                disk.sync(parent(file));
                return new Put.Known(original);
            }
            incoming.rename(file, clock.instant());
            disk.sync(parent(file));
            return new Put.Kept(original);
        }
    }

    /** The bytes with this hash, as a stream to be closed; empty when they are not here. */
    public Optional<InputStream> read(String sha256) {
        return path(sha256)
                .flatMap(file -> attempt("read " + sha256, () -> {
                    try {
                        return Optional.of(Files.newInputStream(file));
                    } catch (NoSuchFileException unknown) {
                        return Optional.empty();
                    }
                }));
    }

    /** The file with these bytes, for readers that need one. It must not be changed. Empty when it is not here. */
    public Optional<Path> path(String sha256) {
        return Optional.of(sha256).filter(Original::isHash).map(this::file).filter(Files::exists);
    }

    /** Reads the bytes again and compares them with their name. */
    public Condition verify(String sha256) {
        var file = path(sha256);
        if (file.isEmpty()) return new Condition.Missing();
        var found = attempt("read " + sha256, () -> Sha256.of(file.get()));
        return found.equals(sha256) ? new Condition.Sound() : new Condition.Damaged(found);
    }

    /**
     * Deletes bytes that nobody refers to, unless they came within the grace: somebody may just be about to refer to them.
     *
     * @return whether they were deleted
     */
    public boolean delete(String sha256, Duration grace) {
        var path = path(sha256);
        if (path.isEmpty()) return false;
        return attempt("delete " + sha256, () -> {
            synchronized (stripe(sha256)) {
                if (!isOlder(path.get(), clock.instant().minus(grace))) return false;
                var deleted = Files.deleteIfExists(path.get());
                disk.sync(parent(path.get()));
                return deleted;
            }
        });
    }

    /** Deletes what broken uploads and crashes left, when it has not grown for a while; says how many files that were. */
    public int sweep(Duration grace) {
        var before = clock.instant().minus(grace);
        return attempt("sweep " + incoming(), () -> {
            var swept = 0;
            for (var file : list(incoming())) if (isOlder(file, before) && Files.deleteIfExists(file)) swept++;
            return swept;
        });
    }

    /** The hashes of all that is here, in order. */
    public Stream<String> all() {
        if (!Files.isDirectory(folder)) return Stream.empty();
        return attempt("look into " + folder, () -> list(folder)).stream()
                .filter(Files::isDirectory)
                .filter(inside -> name(inside).length() == 2)
                .flatMap(inside -> attempt("look into " + inside, () -> list(inside)).stream())
                .map(Originals::name)
                .filter(Original::isHash);
    }

    /** Files that are no content of this store, in order; what is being written is none of them. */
    public List<Path> strays() {
        if (!Files.isDirectory(folder)) return List.of();
        return attempt("look into " + folder, () -> {
            try (var files = Files.walk(folder)) {
                return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(file -> !file.startsWith(incoming()) && !isInPlace(file))
                        .sorted()
                        .toList();
            }
        });
    }

    private boolean isInPlace(Path file) {
        return Original.isHash(name(file)) && file.equals(file(name(file)));
    }

    /** When these bytes came, or came again; empty when they are not here. */
    public Optional<Instant> since(String sha256) {
        return path(sha256)
                .map(file -> attempt(
                        "look at " + sha256,
                        () -> Files.getLastModifiedTime(file).toInstant()));
    }

    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Path incoming() {
        return folder.resolve(INCOMING);
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path parent(Path file) {
        return folder.resolve(name(file).substring(0, 2));
    }

    private Object stripe(String sha256) {
        return stripes.get(Integer.parseInt(sha256.substring(0, 2), 16) % STRIPES);
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T attempt(String what, Step<T> step) {
        try {
            return step.run();
        } catch (IOException failed) {
            throw DiskFaults.unavailable(what, failed);
        }
    }
}
