package dev.touchstone.web.kit;

import dev.touchstone.web.kit.load.CostlyQueries;
import dev.touchstone.web.kit.load.FilledHome;
import dev.touchstone.web.kit.load.Goal;
import dev.touchstone.web.kit.load.Goal.Verdict;
import dev.touchstone.web.kit.load.Memory;
import dev.touchstone.web.kit.load.Part;
import dev.touchstone.web.kit.load.Rebuilding;
import dev.touchstone.web.kit.load.SigningIn;
import dev.touchstone.web.kit.load.Size;
import dev.touchstone.web.kit.load.Soak;
import dev.touchstone.web.kit.load.StartUp;
import dev.touchstone.web.kit.load.UploadsAndSearches;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Goals L1, L5, L6, A2, A3, O7 and the rate of O4, measured of the packaged service as a child process by clients in this one.
 * Prints each goal with its figure and its bar, and ends with 1 when one is missed.
 * <pre>
 * ServiceUnderLoad WORK DOCUMENTS LOAD_SECONDS SOAK_MINUTES [start load sign-in queries rebuild memory soak]
 * ServiceUnderLoad /tmp/load 10000 300 60
 * </pre>
 * WORK is a folder to which a home of so many documents is filled once; later runs find it there. Start it in a checkout that
 * is built, on a machine with nothing else to do.
 */
final class ServiceUnderLoad {
    private static final Map<String, Part> PARTS = parts();

    private ServiceUnderLoad() {}

    private static Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("start", new StartUp());
        parts.put("rebuild", new Rebuilding());
        parts.put("memory", new Memory());
        parts.put("queries", new CostlyQueries());
        parts.put("sign-in", new SigningIn());
        parts.put("load", new UploadsAndSearches());
        parts.put("soak", new Soak());
        return parts;
    }

    public static void main(String[] arguments) throws Exception {
        var given = List.of(arguments);
        var chosen = given.size() > 4 ? given.subList(4, given.size()) : List.copyOf(PARTS.keySet());
        if (given.size() < 4 || !PARTS.keySet().containsAll(chosen)) {
            IO.println("ServiceUnderLoad WORK DOCUMENTS LOAD_SECONDS SOAK_MINUTES %s".formatted(PARTS.keySet()));
            System.exit(2);
        }
        var size = new Size(
                Integer.parseInt(given.get(1)),
                Duration.ofSeconds(Long.parseLong(given.get(2))),
                Duration.ofSeconds(Math.round(60 * Double.parseDouble(given.get(3)))));
        var home = FilledHome.of(Path.of(given.getFirst()).toAbsolutePath(), size.documents());
        var goals = new ArrayList<Goal>();
        for (var part : PARTS.entrySet()) {
            if (!chosen.contains(part.getKey())) continue;
            IO.println(part.getKey());
            var measured = part.getValue().measure(size, home);
            measured.forEach(goal -> IO.println(goal.line()));
            goals.addAll(measured);
        }
        IO.println("");
        goals.forEach(goal -> IO.println(goal.line()));
        System.exit(goals.stream().anyMatch(goal -> goal.verdict() == Verdict.MISSED) ? 1 : 0);
    }
}
