package dev.touchstone.web.ui;

import dev.touchstone.web.account.Totp;
import java.util.List;

/** What somebody sees of their second factor. */
public sealed interface OwnFactorShown {
    /** There is none; it can be set up. */
    record Off() implements OwnFactorShown {}

    /** A secret that was just made, to be confirmed. It is not shown again. */
    record Offered(Totp totp) implements OwnFactorShown {}

    /** It was just switched on: these codes are shown now and never again. */
    record SwitchedOn(List<String> recoveryCodes) implements OwnFactorShown {
        public SwitchedOn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /** It is on. */
    record On(int recoveryCodes) implements OwnFactorShown {}
}
