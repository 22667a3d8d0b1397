package dev.touchstone.web.ui;

import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.Deed;
import dev.touchstone.web.ui.Frame.Tab;
import java.util.ArrayList;
import java.util.List;

/** What stands around the pages about accounts, with what can be done on the page before. */
record AccountFrame(Frame frame, List<Tab> tabs, String problem) {
    static final String ACCOUNT = "/account";
    static final String USERS = "/administration/users";
    static final String COLLECTIONS = "/administration/collections";

    /**
     * A frame with the pages that a role may open.
     *
     * @param problem why the last try was refused; empty otherwise
     */
    static AccountFrame of(String title, String href, Role role, String problem) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("Your account", ACCOUNT, href.equals(ACCOUNT)));
        if (Deed.ADMINISTER.isFor(role)) {
            tabs.add(new Tab("Users", USERS, href.equals(USERS)));
            tabs.add(new Tab("Collections", COLLECTIONS, href.equals(COLLECTIONS)));
        }
        return of(title, List.copyOf(tabs), problem);
    }

    /** A frame for somebody who cannot go anywhere yet. */
    static AccountFrame closed(String title, String problem) {
        return new AccountFrame(Frame.outside(title), List.of(), problem);
    }

    private static AccountFrame of(String title, List<Tab> tabs, String problem) {
        return new AccountFrame(Frame.bare(Reader.ANYBODY, title), tabs, problem);
    }
}
