package dev.touchstone.web.http;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.DocumentPath;
import dev.touchstone.web.app.GivenFields;
import dev.touchstone.web.app.Home.Upload;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sent with one request: files, the collection that they join and what is known of them. The parts of the form:
 * <pre>
 * files        one or more
 * collection   a name; without it the main one
 * path         one for each file, in their order: where it is to stand; other bytes there become an earlier version
 * field        team=payments; any number, for all files
 * sidecar      a file with metadata of the one file that is sent, such as kep.yaml
 * </pre>
 */
record Submission(String collection, List<Upload> uploads) {
    Submission {
        uploads = List.copyOf(uploads);
    }

    static Submission of(Context context, Uploads allowed) {
        var files = allowed.of(context);
        try {
            return new Submission(text(context, "collection"), described(context, files));
        } catch (RuntimeException wrong) {
            files.forEach(upload -> upload.file().toFile().delete());
            throw wrong;
        }
    }

    private static List<Upload> described(Context context, List<Upload> files) {
        var paths = context.formParams("path");
        if (!paths.isEmpty() && paths.size() != files.size())
            throw new BadInput("path: %d paths for %d files; send one for each file, in their order, or none"
                    .formatted(paths.size(), files.size()));
        var sidecar = sidecar(context, files.size());
        var described = new ArrayList<Upload>();
        for (var index = 0; index < files.size(); index++) {
            var file = files.get(index);
            var path = paths.isEmpty() ? "" : DocumentPath.of(paths.get(index));
            var fields = GivenFields.of(path, context.formParams("field"), sidecar);
            described.add(new Upload(file.name(), file.file(), path, file.type(), fields));
        }
        return described;
    }

    private static String sidecar(Context context, int files) {
        var sent = context.uploadedFiles("sidecar");
        if (sent.isEmpty()) return "";
        if (sent.size() > 1 || files > 1)
            throw new BadInput(
                    "sidecar: it is the metadata of one file; send each file with its own in a request of its own");
        try (var content = sent.getFirst().content()) {
            return new String(content.readNBytes(200_000), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the sidecar did not arrive whole", broken);
        }
    }

    private static String text(Context context, String name) {
        var text = context.formParam(name);
        return text == null ? "" : text.strip();
    }
}
