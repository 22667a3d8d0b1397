package dev.touchstone.auditor.format;

import java.util.List;

/** Something about a document that gives its format away. Wordings are alternatives: one that fits is enough. */
public sealed interface Clue {
    /** A field has one of these names, as {@link Folded#name} folds them. */
    record HasField(List<String> names, Place place) implements Clue {
        public HasField {
            names = List.copyOf(names);
        }
    }

    /** There is a heading like this anywhere. */
    record HasHeading(List<Wording> wordings) implements Clue {
        public HasHeading {
            wordings = List.copyOf(wordings);
        }
    }

    /** A section begins with a label like this: "Rationale: …", "<b>Issue</b> …", the first cell of a row. */
    record HasLabel(List<Wording> wordings) implements Clue {
        public HasLabel {
            wordings = List.copyOf(wordings);
        }
    }

    /** The first heading below the title is like this. */
    record BeginsWithHeading(List<Wording> wordings) implements Clue {
        public BeginsWithHeading {
            wordings = List.copyOf(wordings);
        }
    }

    record HasTitle(List<Wording> wordings) implements Clue {
        public HasTitle {
            wordings = List.copyOf(wordings);
        }
    }

    /** A block of the text is like this. */
    record HasText(List<Wording> wordings) implements Clue {
        public HasText {
            wordings = List.copyOf(wordings);
        }
    }

    /** One of the folders on the file's path, from the folder that was given, has a name like this. */
    record InFolder(List<Wording> wordings) implements Clue {
        public InFolder {
            wordings = List.copyOf(wordings);
        }
    }

    /** The title has a date, to the day. */
    record DatedTitle() implements Clue {}

    /** The file's name begins with a date, to the day. */
    record DatedFileName() implements Clue {}

    /** Where a field must stand to count. */
    enum Place {
        ANYWHERE,
        FRONT_MATTER,
        HEADER_LIST,
        SIDECAR
    }
}
