package dev.touchstone.auditor.document;

/**
 * A named piece of metadata and where it was found. One name may occur more than once.
 *
 * @param name as written at its place, such as {@code deciders} or {@code Superseded-By}
 */
public record Field(String name, String value, Origin origin) {
    /** Where a field was found, the strongest first: a manifest's cell wins over what the document says. */
    public enum Origin {
        MANIFEST,
        /** Front matter or a header list inside the document. */
        HEADER,
        /** A file beside the document, such as kep.yaml. */
        SIDECAR,
        /** The document's own text: its first heading, a date in its title. */
        TEXT,
        /** Properties inside a file, such as those of an office document. */
        PROPERTIES,
        FILE_NAME,
        FOLDER,
        FILE_DATE
    }
}
