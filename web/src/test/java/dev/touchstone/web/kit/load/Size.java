package dev.touchstone.web.kit.load;

import java.time.Duration;

/**
 * How much of it.
 *
 * @param documents in the home, before any load
 * @param load how long it is loaded
 * @param soak how long it is watched
 */
public record Size(int documents, Duration load, Duration soak) {}
