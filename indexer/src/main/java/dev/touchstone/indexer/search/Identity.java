package dev.touchstone.indexer.search;

import java.util.Map;
import java.util.Optional;

/**
 * What made an index; it is written with every commit. Vectors of another encoder cannot be compared, and fields of another
 * version mean something else.
 */
record Identity(String version, String encoder) {
    /** Changes with every change of fields, analysis or vectors that makes old entries answer wrongly. */
    private static final String VERSION = "1";

    static Identity of(String encoder) {
        return new Identity(VERSION, encoder);
    }

    Map<String, String> written() {
        return Map.of("version", version, "encoder", encoder);
    }

    /** Why an index with this written in it cannot be used; empty when it can. */
    Optional<String> fault(Map<String, String> written) {
        if (!version.equals(written.get("version"))) return Optional.of("it was made by another version of Touchstone");
        if (!encoder.equals(written.get("encoder")))
            return Optional.of("it was made with the encoder " + written.get("encoder") + ", and this is " + encoder);
        return Optional.empty();
    }
}
