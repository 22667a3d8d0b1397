package dev.touchstone.indexer.archive.ledger;

/**
 * Who asks for an act, as the audit log names them.
 *
 * @param actor a user's name, or a part of the program
 * @param address where the request came from; empty for the program itself
 * @param request id of the request, which the program's log has too; empty when there was none
 */
public record Caller(String actor, String address, String request) {
    /** The program itself, doing what it was told before. */
    public static final Caller PROGRAM = new Caller("touchstone", "", "");
}
