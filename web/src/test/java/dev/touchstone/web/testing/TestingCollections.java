package dev.touchstone.web.testing;

import dev.touchstone.auditor.audit.Entry;
import dev.touchstone.auditor.audit.Outcome.Failed;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.auditor.decision.Option;
import dev.touchstone.auditor.decision.Section;
import dev.touchstone.auditor.decision.Status;
import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.auditor.reference.About;
import dev.touchstone.auditor.reference.Role;
import dev.touchstone.auditor.reference.Stance;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.testing.TestingRecord.Filed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small invented organisations with their records. */
public final class TestingCollections {
    public static final Value CANDOUR = value(
            "candour",
            "Candour",
            "We say what is true while it still helps, to colleagues and customers alike.",
            "Discretion: we speak when the facts are settled.",
            "Logs and reasons are open to those whom they concern");
    public static final Value THRIFT = value(
            "thrift",
            "Thrift",
            "We spend other people’s money and time as if they were our own.",
            "Generosity: we spend what it takes to impress.",
            "Costs are estimated before a choice and checked after it");
    public static final Value CRAFT = value(
            "craft",
            "Craft",
            "We finish things properly and leave them better than we found them.",
            "Speed: good enough today beats right next month.",
            "Work is reviewed by somebody who did not do it");
    public static final Value CARE = value(
            "care",
            "Care for users",
            "Whoever depends on us can go on depending on us.",
            "Reach: we serve the many, even where it hurts the few.",
            "A change that breaks users comes with a way across");
    public static final Charter CHARTER = new Charter(
            "Lanternworks",
            3,
            "https://lanternworks.example/values",
            List.of(CANDOUR, THRIFT, CRAFT, CARE),
            "5f1d0c3a9e77b2c4d8e6f0a1b3c5d7e9f1a3b5c7d9e1f3a5b7c9d1e3f5a7b9c1");

    private static final List<String> TEAMS = List.of("Platform", "Payments", "People", "Field support", "Research");

    private TestingCollections() {}

    /** A few records of every kind. */
    public static TestingHome few() {
        return new TestingHome(
                CHARTER,
                List.of(cache(), minutes(), bundle(), german(), retention(1), retention(2), retention(3)),
                List.of(new Entry(
                        "board/scan.pdf",
                        "",
                        new Failed("the PDF is protected by a password; save it without one and send it again"),
                        List.of())),
                List.of(new Skipped("board/logo.png", "not a document: image/png")));
    }

    /** The path of the document of {@link #edited} that has had three versions. */
    public static final String EDITED = "platform/0007-cache.md";

    /** A few records, one of which was another twice before. */
    public static TestingHome edited() {
        var home = few();
        home.stoodBefore(
                EDITED,
                List.of(
                        known(draft()),
                        new Judged.Unknown("it was never scored, and is not while another stands in its place")));
        home.allow(allowed("No other cache is certified yet", LocalDate.of(2027, 3, 31)));
        home.allow(allowed("The <trial> ran longer", LocalDate.of(2025, 12, 31)));
        return home;
    }

    private static Waiver.Terms allowed(String because, LocalDate until) {
        return new Waiver.Terms(EDITED, "d1", "Keep session data in one cache", "thrift", "the board", because, until);
    }

    private static Judged known(Filed filed) {
        var entry = filed.entry();
        return new Judged.Known(
                new Entry(entry.path(), Sha256.of(filed.text()), entry.outcome(), entry.parts()),
                Optional.of(filed.text()));
    }

    private static Filed draft() {
        return new TestingRecord(CHARTER, EDITED, "One cache")
                .by("Platform", LocalDate.of(2025, 5, 2))
                .standing("Draft", Status.Normal.DRAFT)
                .section("Decision Outcome", Section.Kind.DECISION)
                .refers(
                        "The reasons for every *eviction* are written\nto the log that support can read.",
                        CANDOUR,
                        Role.BEHAVIOUR,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .refers(
                        "Bad, because it costs about 900 a month more than what we have, and somebody must watch it.",
                        THRIFT,
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .refers("It costs nothing to try.", THRIFT, Role.REASON, Stance.UPHOLDS, About.CHOSEN)
                .file();
    }

    /** A charter and nothing else. */
    public static TestingHome none() {
        return new TestingHome(CHARTER, List.of(), List.of(), List.of());
    }

    /** As many records as an organisation of some years has. */
    public static TestingHome many() {
        return new TestingHome(
                CHARTER,
                IntStream.rangeClosed(1, 300)
                        .mapToObj(TestingCollections::retention)
                        .toList(),
                List.of(),
                List.of());
    }

    /** Names and texts that try to become part of the page. */
    public static TestingHome hostile() {
        return new TestingHome(
                new Charter(
                        "<img src=x onerror=window.__xss=1>",
                        1,
                        "javascript:window.__xss=1",
                        List.of(value(
                                "x\"onmouseover=\"window.__xss=1",
                                "<b onclick=window.__xss=1>Bold</b>",
                                "</p><script>window.__xss=1</script>",
                                "'\"><svg/onload=window.__xss=1>",
                                "${7*7} <style>*{display:none}</style>")),
                        "0000"),
                List.of(hostileRecord()),
                List.of(new Entry(
                        "\"><script>window.__xss=1</script>.pdf",
                        "",
                        new Failed("<script>window.__xss=1</script>"),
                        List.of())),
                List.of(new Skipped("<script>window.__xss=1</script>", "</li></ul><script>window.__xss=1</script>")));
    }

    private static Filed hostileRecord() {
        var charter = new Charter(
                "x",
                1,
                "",
                List.of(value("x\"onmouseover=\"window.__xss=1", "<b onclick=window.__xss=1>Bold</b>", "s", "a", "b")),
                "0000");
        return new TestingRecord(
                        charter,
                        "a/<script>window.__xss=1</script>.md",
                        "<script>window.__xss=1</script><img src=x onerror=window.__xss=1>")
                .by("\"><script>window.__xss=1</script>", LocalDate.of(2024, 1, 1))
                .standing("<script>window.__xss=1</script>", Status.Normal.ACCEPTED)
                .option("<script>window.__xss=1</script>", Option.Fate.CHOSEN)
                .section("</h3><script>window.__xss=1</script>", Section.Kind.DECISION)
                .refers(
                        "</mark></p><script>window.__xss=1</script> \u202etxt.exe",
                        charter.values().getFirst(),
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .mayRefer("<script>window.__xss=1</script>", charter.values().getFirst())
                .relating(Relation.Kind.SUPERSEDES, "javascript:window.__xss=1")
                .limited("<script>window.__xss=1</script>")
                .file();
    }

    /** One long title, no spaces to break it at. */
    public static TestingHome long_titles() {
        var title = "Consolidate-the-regional-ledgers-and-their-reconciliation-jobs-".repeat(4);
        return new TestingHome(
                CHARTER,
                List.of(new TestingRecord(CHARTER, "long/" + title + ".md", title)
                        .by("Department-of-" + "very-long-names-".repeat(6), LocalDate.of(2025, 3, 1))
                        .section("Decision Outcome", Section.Kind.DECISION)
                        .refers(
                                "https://example.test/" + "unbreakable".repeat(30),
                                THRIFT,
                                Role.REASON,
                                Stance.UPHOLDS,
                                About.CHOSEN)
                        .file()),
                List.of(),
                List.of());
    }

    private static Filed cache() {
        return new TestingRecord(CHARTER, "platform/0007-cache.md", "Keep session data in one cache, and say so")
                .by("Platform", LocalDate.of(2025, 5, 12))
                .standing("Accepted (May 2025)", Status.Normal.ACCEPTED)
                .relating(Relation.Kind.SUPERSEDES, "platform/retention-1.md")
                .relating(Relation.Kind.AMENDS, "RFC 12 of another house")
                .option("One shared cache", Option.Fate.CHOSEN)
                .option("A cache for each service", Option.Fate.REJECTED)
                .section("Context and Problem Statement", Section.Kind.CONTEXT)
                .says("Sessions live in four places. When one of them is restarted, users are signed out.")
                .refers(
                        "Nobody outside the team can see why a session ended, because the log is kept on the machine itself.",
                        CANDOUR,
                        Role.REASON,
                        Stance.COMPROMISES,
                        About.TODAY)
                .section("Decision Outcome", Section.Kind.DECISION)
                .refers(
                        "Chosen option: one shared cache, because a signed-in customer then stays signed in through every release.",
                        CARE,
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .refers(
                        "The reasons for every eviction are written to the log that support can read.",
                        CANDOUR,
                        Role.BEHAVIOUR,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .section("Consequences", Section.Kind.CONSEQUENCES)
                .refers(
                        "Bad, because it costs about 900 a month more than what we have, and somebody must watch it.",
                        THRIFT,
                        Role.REASON,
                        Stance.COMPROMISES,
                        About.CHOSEN)
                .argues("Good, because a session is found ten times as fast.", "performance")
                .argues("Sessions are encrypted, so that a stolen disk tells nothing.", "security")
                .refers(
                        "Good, because no customer is signed out by a deployment any more.",
                        CARE,
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .tradesOff()
                .refers(
                        "At Lanternworks craft is in everything we do.",
                        CRAFT,
                        Role.DECLARATION,
                        Stance.UPHOLDS,
                        About.GENERAL)
                .mayRefer("Support asks to be told before the cache is emptied.", CANDOUR)
                .mayRefer("A warm standby is left for later.", THRIFT)
                .orTo(CARE)
                .file();
    }

    private static Filed minutes() {
        return new TestingRecord(CHARTER, "board/2025-02-minutes.md", "Minutes of the board, 11 February 2025")
                .in("minutes")
                .by("Board", LocalDate.of(2025, 2, 11))
                .says("Apologies were received. The minutes of the last meeting were taken as read.")
                .decision("Publish the outage report in full")
                .section("Outage report", Section.Kind.DECISION)
                .refers(
                        "Agreed to publish the outage report in full, since customers should hear it from us first.",
                        CANDOUR,
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .alsoTo(CARE, Role.REASON, Stance.UPHOLDS, About.CHOSEN)
                .decision("Put off the new ticket system")
                .section("Ticket system", Section.Kind.DECISION)
                .refers(
                        "Resolved to wait a year; the old one works and the money is better spent on training.",
                        THRIFT,
                        Role.REASON,
                        Stance.UPHOLDS,
                        About.CHOSEN)
                .decision("Move the summer meeting")
                .section("Any other business", Section.Kind.DECISION)
                .says("The summer meeting moves to the 9th.")
                .file();
    }

    private static Filed bundle() {
        return new TestingRecord(CHARTER, "mail/tender.eml", "Tender for the depot")
                .by("Field support", LocalDate.of(2024, 11, 3))
                .in("unstructured")
                .limited("1 of the 2 files inside could not be read")
                .section("", Section.Kind.OTHER)
                .refers("We took the cheaper bid.", THRIFT, Role.BEHAVIOUR, Stance.UPHOLDS, About.CHOSEN)
                .holding(retention(4))
                .holding(new Filed(
                        new Entry(
                                "mail/tender.eml!/plan.docx",
                                "",
                                new Failed("the file ends in the middle; it was probably not copied whole"),
                                List.of()),
                        ""))
                .file();
    }

    private static Filed german() {
        return new TestingRecord(CHARTER, "people/urlaub.md", "Urlaub über das Jahresende")
                .by("People", LocalDate.of(2024, 12, 1))
                .limited("not scored: German")
                .says("Der Betrieb ruht vom 24. Dezember bis zum 1. Januar.")
                .file();
    }

    /** One of many that resemble each other. */
    private static Filed retention(int number) {
        var team = TEAMS.get(number % TEAMS.size());
        var written = new TestingRecord(
                        CHARTER,
                        "%s/retention-%d.md".formatted(team.toLowerCase(java.util.Locale.ROOT), number),
                        "Keep the %s of region %d for %d days"
                                .formatted(number % 2 == 0 ? "access log" : "order history", number, 30 + number % 60))
                .by(team, LocalDate.of(2023, 1, 15).plusDays(number * 3L))
                .section("Context", Section.Kind.CONTEXT)
                .says("The region keeps what it was told to keep in 2019, and nobody remembers why.")
                .section("Decision", Section.Kind.DECISION)
                .argues(
                        "A history of that length is searched in " + number + " ms instead of a minute.",
                        "performance");
        if (number % 3 != 0)
            written.refers(
                            "Keeping less costs less, and the archive bill is the largest line of the region.",
                            THRIFT,
                            Role.REASON,
                            Stance.UPHOLDS,
                            About.CHOSEN)
                    .refers(
                            "Support loses the history that it used to answer questions with.",
                            CARE,
                            Role.REASON,
                            number % 2 == 0 ? Stance.COMPROMISES : Stance.UPHOLDS,
                            About.CHOSEN);
        if (number % 4 == 0)
            written.refers(
                            "We publish what is kept and for how long.",
                            CANDOUR,
                            Role.BEHAVIOUR,
                            Stance.UPHOLDS,
                            About.CHOSEN)
                    .refers("Craft matters to all of us.", CRAFT, Role.DECLARATION, Stance.UPHOLDS, About.GENERAL);
        return written.file();
    }

    /** Candour's charter lists its concerns; the others' are suggested, and care is near none. */
    static List<Bundle> bundles(Charter charter) {
        return charter.values().stream()
                .map(value -> switch (value.id().text()) {
                    case "candour" ->
                        new Bundle(value.id(), List.of("transparency", "integrity"), Bundle.Origin.LISTED);
                    case "thrift" -> new Bundle(value.id(), List.of("resource-cost"), Bundle.Origin.SUGGESTED);
                    case "craft" -> new Bundle(value.id(), List.of("craft", "testing"), Bundle.Origin.SUGGESTED);
                    default -> new Bundle(value.id(), List.of(), Bundle.Origin.SUGGESTED);
                })
                .toList();
    }

    private static Value value(String id, String name, String statement, String alternative, String behaviour) {
        return new Value(
                new Value.Id(id),
                name,
                statement,
                Optional.of(alternative),
                new Value.Conduct(List.of(behaviour), List.of("The opposite of: " + behaviour)),
                new ArrayList<>(List.of(name.toLowerCase(java.util.Locale.ROOT))),
                Value.Details.NONE);
    }
}
