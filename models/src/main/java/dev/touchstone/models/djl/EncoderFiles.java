package dev.touchstone.models.djl;

import dev.touchstone.models.djl.EncoderModel.Resource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Copies a model's files from the class path into a cache folder, once: ONNX Runtime maps weights from a file. A file is named
 * by its content's hash, so another version never meets a stale one, and it is moved into place whole.
 */
record EncoderFiles(Path cache) {
    Path file(Resource resource) {
        var extension = resource.path().substring(resource.path().lastIndexOf('.'));
        var file = cache.resolve(resource.sha256() + extension);
        try {
            if (!Files.exists(file)) publish(resource, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + resource.path() + " to " + cache, e);
        }
    }

    private void publish(Resource resource, Path file) throws IOException {
        Files.createDirectories(cache);
        var partial = Files.createTempFile(cache, "unpacking", ".part");
        try {
            var found = copy(resource, partial);
            if (!found.equals(resource.sha256()))
                throw new IOException(resource.path() + " has the hash " + found + ", not " + resource.sha256());
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static String copy(Resource resource, Path target) throws IOException {
        try (var bytes = EncoderFiles.class.getResourceAsStream(resource.path())) {
            if (bytes == null) throw new FileNotFoundException(resource.path() + " is not on the class path");
            var digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
            Files.copy(digest, target, StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
