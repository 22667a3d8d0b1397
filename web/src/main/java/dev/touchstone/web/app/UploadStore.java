package dev.touchstone.web.app;

import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Uploads as they were sent, and how far each has come: on disk before anything is answered. Not for several threads. */
final class UploadStore {
    private static final String RECORD = "upload.json";

    private final Path uploads;
    private final Path jobs;

    UploadStore(Path uploads, Path jobs) {
        this.uploads = uploads;
        this.jobs = jobs;
    }

    /** All uploads in the order of their arrival. */
    List<UploadRecord> all() {
        return names(uploads)
                .flatMap(sha256 -> find(sha256).stream())
                .sorted(Comparator.comparingInt(UploadRecord::number))
                .toList();
    }

    Optional<UploadRecord> find(String sha256) {
        return read(UploadRecord.class, uploads.resolve(sha256).resolve(RECORD));
    }

    /** Keeps an upload's bytes and then says that they are there. */
    void add(UploadRecord upload, Path bytes) {
        Durable.folder(Durable.folder(uploads).resolve(upload.sha256()));
        Durable.folder(folder(upload));
        Durable.take(bytes, original(upload));
        save(upload);
    }

    void save(UploadRecord upload) {
        Durable.write(uploads.resolve(upload.sha256()).resolve(RECORD), Json.text(upload));
    }

    /** The bytes as they were sent. The name is kept for its ending, which tells Markdown from other text. */
    Path original(UploadRecord upload) {
        return folder(upload).resolve(upload.name());
    }

    /** A folder of its own, so that no name that is sent can be that of the record. */
    private Path folder(UploadRecord upload) {
        return uploads.resolve(upload.sha256()).resolve("original");
    }

    /** Makes a job of uploads; its id is the next number. */
    String addJob(List<UploadedItem> items) {
        var next = 1
                + names(Durable.folder(jobs))
                        .map(name -> name.replace(".json", ""))
                        .filter(name -> name.matches("\\d{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        Durable.write(jobs.resolve(next + ".json"), Json.text(new JobRecord(items)));
        return Integer.toString(next);
    }

    Optional<List<UploadedItem>> job(String id) {
        if (!id.matches("\\d{1,9}")) return Optional.empty();
        return read(JobRecord.class, jobs.resolve(id + ".json")).map(JobRecord::items);
    }

    private static <T> Optional<T> read(Class<T> type, Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(Json.read(type, Files.readString(file), file.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private static Stream<String> names(Path folder) {
        if (!Files.isDirectory(folder)) return Stream.empty();
        try (var inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + folder, failed);
        }
    }

    /**
     * One file of a job.
     *
     * @param sha256 of an upload; empty when the audit had these bytes from elsewhere
     * @param path of the entry that the audit had from elsewhere; else empty
     * @param again whether the same bytes were there before
     */
    record UploadedItem(String name, String sha256, String path, boolean again) {}

    private record JobRecord(List<UploadedItem> items) {}
}
