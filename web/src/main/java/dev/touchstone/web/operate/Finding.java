package dev.touchstone.web.operate;

/**
 * Something about a home that is not as it should be.
 *
 * @param thing what it is found at, such as a file
 * @param fault what is wrong, and what that means
 * @param remedy what to do about it
 */
public record Finding(Weight weight, Place place, String thing, String fault, String remedy) {
    /** How much it matters. */
    public enum Weight {
        /** Something is lost, or is not what it should be. */
        FAULT,
        /** Nothing is lost. */
        NOTE
    }

    /** Where in the home it is. */
    public enum Place {
        LEDGER,
        AUDIT_LOG,
        ORIGINALS,
        DERIVED,
        INDEX
    }

    static Finding fault(Place place, String thing, String fault, String remedy) {
        return new Finding(Weight.FAULT, place, thing, fault, remedy);
    }

    static Finding extra(Place place, String thing) {
        return new Finding(Weight.NOTE, place, thing, "nobody refers to it", "it may be deleted; check --repair does");
    }

    /** On one line. */
    public String line() {
        return "%s: %s; %s".formatted(thing, fault, remedy);
    }
}
