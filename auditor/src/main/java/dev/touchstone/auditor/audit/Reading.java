package dev.touchstone.auditor.audit;

import dev.touchstone.auditor.decision.Document;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What came of the first pass over one file: what repeats across the collection is known only after all of it. */
public sealed interface Reading {
    String path();

    String sha256();

    /** The file could be read; {@code parts} are the files inside it. */
    record Read(Document document, List<Reading> parts) implements Reading {
        public Read {
            parts = List.copyOf(parts);
        }

        @Override
        public String path() {
            return document.path();
        }

        @Override
        public String sha256() {
            return document.sha256();
        }
    }

    /** The file could not be read. */
    record Failed(String path, String sha256, String reason) implements Reading {}

    /** The same reading with other documents in place of its own. */
    default Reading with(UnaryOperator<Document> settled) {
        return switch (this) {
            case Read read ->
                new Read(
                        settled.apply(read.document()),
                        read.parts().stream().map(part -> part.with(settled)).toList());
            case Failed failed -> failed;
        };
    }

    /** The documents of this file and of those inside it, in order. */
    default Stream<Document> documents() {
        return switch (this) {
            case Read read ->
                Stream.concat(Stream.of(read.document()), read.parts().stream().flatMap(Reading::documents));
            case Failed _ -> Stream.empty();
        };
    }
}
