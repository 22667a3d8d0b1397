package dev.touchstone.web.http;

import dev.touchstone.indexer.archive.DiskFaults;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Home.Upload;
import dev.touchstone.web.app.UploadName;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UnsupportedMediaTypeResponse;
import io.javalin.http.UploadedFile;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Takes the files out of a multipart request. */
record Uploads(Bounds bounds) {
    /** Of the form parts the one with this name holds the files. */
    private static final String PART = "files";

    /** What may be sent, in a sentence for the form. */
    String limits() {
        return "At most %d files of %d MB each: Markdown, reStructuredText, AsciiDoc, text, HTML, PDF, Word, "
                        .formatted(bounds.files(), bounds.megabytes())
                + "PowerPoint, OpenDocument, RTF, mail, or a ZIP of these.";
    }

    /** Refuses what says that it is too large before any of it is read. */
    void checkSize(Context context) {
        var most = (bounds.files() + 1) * bounds.bytes();
        if (context.req().getContentLengthLong() > most) throw tooLarge();
    }

    /** The files that were sent, each in a temporary file of its own. */
    List<Upload> of(Context context) {
        if (!context.isMultipartFormData())
            throw new UnsupportedMediaTypeResponse("Files are sent as multipart/form-data.");
        var sent = sent(context).stream()
                .filter(file -> !file.filename().isBlank() || file.size() > 0)
                .toList();
        if (sent.isEmpty())
            throw new BadRequestResponse("Choose at least one file; the form's field is %s.".formatted(PART));
        if (sent.size() > bounds.files()) throw tooLarge();
        return kept(sent);
    }

    private List<UploadedFile> sent(Context context) {
        try {
            return parsed(context);
        } catch (ServletException unreadable) {
            if (isOverLimit(unreadable)) throw tooLarge();
            throw DiskFaults.behind("keep an upload for a moment", unreadable)
                    .<RuntimeException>map(full -> full)
                    .orElseGet(
                            () -> new BadRequestResponse("The form is broken or did not arrive whole. Send it again."));
        }
    }

    /** Javalin is written in Kotlin and does not declare what it throws. */
    @SuppressWarnings("RedundantThrows")
    private static List<UploadedFile> parsed(Context context) throws ServletException {
        return context.uploadedFiles(PART);
    }

    /** Jetty's way to say that a file or the whole is larger than configured. */
    private static boolean isOverLimit(Throwable problem) {
        for (var cause = problem.getCause(); cause != null; cause = cause.getCause())
            if (cause instanceof IllegalStateException) return true;
        return false;
    }

    private ContentTooLargeResponse tooLarge() {
        return new ContentTooLargeResponse("That is too much at once: at most %d files of %d MB each."
                .formatted(bounds.files(), bounds.megabytes()));
    }

    private static List<Upload> kept(List<UploadedFile> sent) {
        var kept = new ArrayList<Upload>();
        try {
            for (var file : sent)
                kept.add(new Upload(UploadName.of(file.filename()), keep(file), "", type(file), List.of()));
            return List.copyOf(kept);
        } catch (IOException full) {
            for (var upload : kept) upload.file().toFile().delete();
            throw DiskFaults.unavailable("keep an upload for a moment", full);
        }
    }

    private static String type(UploadedFile file) {
        var type = file.contentType();
        return type == null ? "" : type;
    }

    private static Path keep(UploadedFile file) throws IOException {
        var kept = Files.createTempFile("touchstone-", ".upload");
        try (var content = file.content()) {
            Files.copy(content, kept, StandardCopyOption.REPLACE_EXISTING);
            return kept;
        } catch (IOException full) {
            // As a File: what cannot be deleted either must not hide why.
            kept.toFile().delete();
            throw full;
        }
    }
}
