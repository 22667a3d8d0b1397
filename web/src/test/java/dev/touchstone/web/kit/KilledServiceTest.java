package dev.touchstone.web.kit;

import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.testing.TestingParts;
import org.junit.jupiter.api.Tag;

/** With the ledger in a file. How often is the property {@code kills}; 25 without it. */
@Tag("full")
class KilledServiceTest extends KilledService {
    @Override
    int kills() {
        return Integer.getInteger("kills", 25);
    }

    @Override
    String[] ledger() {
        return new String[0];
    }

    @Override
    Parts parts() {
        return new TestingParts();
    }

    @Override
    void disturb(HomeFolder home, int kill) {
        // The kill is enough.
    }
}
