package dev.touchstone.web.http;

import dev.touchstone.web.account.Accounts;

/** How the service lets people in. */
public sealed interface Entrance {
    /** Whoever sits at the machine, as in the demo: there can be no accounts. */
    record Open() implements Entrance {}

    /** Those with an account; whoever sits at the machine while there is none and nobody else reaches it. */
    record WithAccounts(Accounts accounts) implements Entrance {}
}
