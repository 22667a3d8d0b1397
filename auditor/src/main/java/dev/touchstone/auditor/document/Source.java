package dev.touchstone.auditor.document;

import java.nio.file.Path;
import java.util.List;

/**
 * One file to be audited.
 *
 * @param path as the audit names it: relative to the folder given, with {@code /}
 * @param fields what is known from outside: manifest, sidecar, folder, file name, file date
 */
public record Source(String path, Path file, List<Field> fields) {
    public Source {
        fields = List.copyOf(fields);
    }
}
