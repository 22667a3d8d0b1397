package dev.touchstone.web.kit.load;

import java.util.List;

/** A part of the kit: it starts the service as often as it needs to, on copies of homes, and leaves none running. */
@FunctionalInterface
public interface Part {
    List<Goal> measure(Size size, FilledHome home) throws Exception;
}
