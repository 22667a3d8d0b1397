package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Skipped;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All files below a folder that may be read, and why the others may not. Links are never followed. */
record Walk(List<Found> files, List<Skipped> skipped) {
    /** A file, and its path relative to the folder with {@code /}. */
    record Found(String path, Path file) {}

    static Walk of(Path root, Excludes excludes) throws IOException {
        var visitor = new Visitor(root, excludes);
        Files.walkFileTree(root, visitor);
        visitor.files.sort(Comparator.comparing(Found::path));
        return new Walk(List.copyOf(visitor.files), List.copyOf(visitor.skipped));
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Excludes excludes;
        private final List<Found> files = new ArrayList<>();
        private final List<Skipped> skipped = new ArrayList<>();

        Visitor(Path root, Excludes excludes) {
            this.root = root;
            this.excludes = excludes;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) return FileVisitResult.CONTINUE;
            return leavesOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (String.valueOf(file.getFileName()).equals(Excludes.FILE) || leavesOut(file))
                return FileVisitResult.CONTINUE;
            if (attributes.isSymbolicLink()) skip(file, linkReason(file));
            else if (!attributes.isRegularFile()) skip(file, "not a regular file");
            else files.add(new Found(relative(file), file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            skip(file, "it cannot be opened");
            return FileVisitResult.CONTINUE;
        }

        private boolean leavesOut(Path path) {
            var relative = root.relativize(path);
            var reason = excludes.reason(relative);
            if (reason.isPresent()) skip(path, reason.get());
            else if (String.valueOf(path.getFileName()).startsWith(".")) skip(path, "hidden");
            else return false;
            return true;
        }

        private String linkReason(Path link) {
            try {
                var target = link.toRealPath();
                return target.startsWith(root)
                        ? "a link to %s, which counts at its own place".formatted(relative(target))
                        : "a link that leads out of the folder";
            } catch (IOException dangling) {
                return "a link that leads nowhere";
            }
        }

        private void skip(Path path, String reason) {
            skipped.add(new Skipped(relative(path), reason));
        }

        private String relative(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }
    }
}
