package dev.touchstone.web.ui;

import dev.touchstone.web.access.Deed;
import dev.touchstone.web.access.Visitor;

/**
 * Who reads a page: what stands around it is theirs.
 *
 * @param name as they are shown to themselves; empty where nobody is told apart
 * @param uploads whether they may upload
 * @param allows whether they may write into the register of exceptions
 * @param administers whether they may administer users and collections
 * @param leaves whether they can sign out
 * @param note for the foot of the page; empty when there is nothing to say
 */
public record Reader(String name, boolean uploads, boolean allows, boolean administers, boolean leaves, String note) {
    /** Somebody of whom nothing is known. */
    public static final Reader ANYBODY = new Reader("", true, true, false, false, "");

    /** Whoever looks at the demo. */
    public static final Reader DEMO = new Reader(
            "", true, true, false, false, "This is the demo: it needs no account and serves this machine only.");

    /** Whoever came through the gate. */
    public static Reader of(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Account account ->
                new Reader(
                        account.user().shownAs(),
                        account.may(Deed.UPLOAD),
                        account.may(Deed.ALLOW),
                        account.may(Deed.ADMINISTER),
                        account.session().isPresent(),
                        "");
            case Visitor.Local _ -> ANYBODY;
        };
    }
}
