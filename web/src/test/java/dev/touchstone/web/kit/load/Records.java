package dev.touchstone.web.kit.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Decision records that nobody wrote: short, each other than all others, the same in every run. Most of their sentences are
 * about a value, and values come in pairs of nearly the same meaning, so that there are more references than sentences.
 */
final class Records {
    static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - id: thrift
                name: Thrift
                statement: We spend as little money as does the job, over the whole life of a choice.
                terms: [cost, cheaper, budget, reuse, spend]
              - id: stewardship
                name: Stewardship
                statement: The harbour's money is not ours. What a choice costs is counted and kept low.
                terms: [cost, cheaper, budget, reuse, spend]
              - id: openness
                name: Openness
                statement: Anyone can read what we decide and why.
                terms: [publish, open, public, anyone can read]
              - id: candour
                name: Candour
                statement: Those concerned hear from us first, openly and in full, what is so.
                terms: [publish, open, public, anyone can read]
              - id: reliability
                name: Reliability
                statement: What has begun is finished, whatever fails behind it.
                terms: [outage, failover, fallback, downtime]
              - id: readiness
                name: Readiness
                statement: Failover and restore are rehearsed, so that an outage stops nobody.
                terms: [outage, failover, fallback, downtime]
              - id: privacy
                name: Privacy
                statement: Personal data are seen by few and kept for a short time.
                terms: [personal data, privacy, retention, confidential]
              - id: least-data
                name: Hold the least
                statement: We collect, keep and show the least personal data that a task needs.
                terms: [personal data, privacy, retention, confidential]
            """;

    private static final long SEED = 20_261_130;
    private static final List<String> THINGS = List.of(
            "tide ledger",
            "pilot roster",
            "lamp store",
            "signal mast",
            "berth table",
            "crane log",
            "ferry register",
            "dock gate",
            "radar feed",
            "buoy map",
            "weather sheet",
            "cargo list",
            "tug contract",
            "quay drawing");
    private static final List<String> PLAIN = List.of(
            "The %s has %d entries, and %d of them are older than the shed.",
            "In the %s, column %d stands beside column %d.",
            "The meeting about the %s took %d minutes and had %d people in it.",
            "Each line of the %s is %d characters long, or %d where it was folded.",
            "The crew painted the %s on day %d, and again on day %d.");
    private static final List<String> VALUED = List.of(
            "Because the %s costs %d pounds a year, we reuse the old one and keep the budget below %d pounds.",
            "We publish the %s so that anyone can read why %d of %d berths were closed.",
            "The failover of the %s is rehearsed, so that an outage of %d hours stops none of the %d pilots.",
            "We delete the personal data in the %s after %d days, and %d people fewer can read them.");

    private Records() {}

    /** Writes records 0 to {@code count} into a folder. */
    static void write(Path folder, int count) throws IOException {
        for (var number = 0; number < count; number++) {
            var shelf = Files.createDirectories(folder.resolve("shelf-%03d".formatted(number / 100)));
            Files.writeString(shelf.resolve("record-%05d.md".formatted(number)), text(number));
        }
    }

    /** A record of four to eight sentences. */
    static String text(int number) {
        var random = new Random(SEED + number);
        var context = sentences(2 + random.nextInt(2), random);
        var decision = sentences(1 + random.nextInt(3), random);
        return """
                # Record %d of the %s

                Date: 20%02d-%02d-%02d

                ## Context

                %s

                ## Decision

                %s

                ## Consequences

                %s
                """.formatted(
                        number,
                        THINGS.get(random.nextInt(THINGS.size())),
                        15 + random.nextInt(10),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28),
                        context,
                        decision,
                        sentences(1 + random.nextInt(2), random));
    }

    /** A record of about so many bytes. */
    static String text(int number, int bytes) {
        var random = new Random(-SEED - number);
        var text = new StringBuilder("# Long record %d\n".formatted(number));
        for (var section = 1; text.length() < bytes; section++)
            text.append("\n## Part %d\n\n%s\n".formatted(section, sentences(6, random)));
        return text.toString();
    }

    private static String sentences(int count, Random random) {
        var sentences = new StringBuilder();
        for (var left = count; left > 0; left--) {
            var form = pick(left % 3 == 0 ? PLAIN : VALUED, random);
            sentences
                    .append(form.formatted(pick(THINGS, random), 2 + random.nextInt(9_000), 2 + random.nextInt(90)))
                    .append(left > 1 ? " " : "");
        }
        return sentences.toString();
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
