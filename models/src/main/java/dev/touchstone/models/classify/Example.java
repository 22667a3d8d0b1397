package dev.touchstone.models.classify;

/**
 * A sentence of a data set and where it stood.
 *
 * @param organisation whose charter it was labelled against: the name of the charter's file
 * @param document its path; begins with the organisation that wrote it when a data set mixes several
 */
public record Example(String id, String organisation, String document, Surroundings surroundings, String sentence) {
    /**
     * Whether the example has to be kept from training when quality on an organisation is measured: it was labelled against
     * that organisation's charter, or that organisation wrote it.
     */
    public boolean belongsTo(String other) {
        return organisation.equals(other) || document.startsWith(other + "/");
    }

    /** The organisation whose document it is from: the first folder of its path, or without one the organisation itself. */
    public String home() {
        var slash = document.indexOf('/');
        return slash < 0 ? organisation : document.substring(0, slash);
    }

    /**
     * What a reader sees around a sentence.
     *
     * @param title of the document
     * @param heading of the section
     * @param before the sentence before, empty when there is none
     * @param after the sentence after, empty when there is none
     */
    public record Surroundings(String title, String heading, String before, String after) {}
}
