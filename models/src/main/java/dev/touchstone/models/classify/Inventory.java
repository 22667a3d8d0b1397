package dev.touchstone.models.classify;

/**
 * What was learnt of concerns and of ordinary sentences, whatever the charter.
 *
 * @param sieve tells which sentences the heads are worth asking about
 */
record Inventory(Heads heads, Sieve sieve, Background background) {
    Inventory with(Sieve other) {
        return new Inventory(heads, other, background);
    }
}
