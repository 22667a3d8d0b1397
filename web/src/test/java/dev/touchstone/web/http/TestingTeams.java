package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Skipped;
import dev.touchstone.auditor.document.Source;
import dev.touchstone.indexer.archive.ledger.Caller;
import dev.touchstone.indexer.archive.ledger.Collections.Access;
import dev.touchstone.indexer.archive.ledger.LogEntry;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.access.Scope;
import dev.touchstone.web.account.Accounts;
import dev.touchstone.web.account.TestingAccounts;
import dev.touchstone.web.app.Bounds;
import dev.touchstone.web.app.Sources;
import dev.touchstone.web.app.TestingEngine;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.json.DocumentId;
import dev.touchstone.web.testing.LuceneParts;
import dev.touchstone.web.testing.TestingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A service over a real home with real accounts, ledger and search indexes. The records of the harbour are open to everybody;
 * those of the board, where Ada is the only member, can be left out as if they had never been.
 */
final class TestingTeams implements AutoCloseable {
    /** A word that is in the board's paths and texts and nowhere else. */
    static final String HERON = "heron";

    static final String BOARD = "board";
    static final String MEMBER = "ada";
    static final String CHARTER = """
            organisation: Harbour Pilots
            version: 1
            values:
              - {id: candour, name: Candour, statement: Say it., terms: [tell]}
              - {id: thrift, name: Thrift, statement: Save it., terms: [cost]}
            """;

    /** Bytes that both teams have. */
    static final String SHARED = "date: 2024-08-01\nWe tell the pilots what it has cost.\n";

    static final String SECRET =
            "date: 2031-07-01\nWe tell nobody of the heron merger.\nWe do it because it is fast.\n";
    /** What stood in the place of an open record before. */
    static final String DRAFT = "date: 2024-04-01\nWe tell little of the harbour log.\n";

    /** What stood in the place of a secret one. */
    static final String SECRET_DRAFT = "date: 2031-06-01\nWe tell of a heron in spring.\n";

    /** Long enough to be compared with others; both teams have it. */
    private static final String ESSAY = "The tide turns at the pier. ".repeat(3)
            + "Whoever waits there for the pilot boat sees the lamps of the harbour go out one after the other,"
            + " hears the chains of the buoys and knows that the night shift has signed off for good.\n";

    static final DocumentId ESSAY_ID = DocumentId.of("harbour/essay.md");
    static final DocumentId OPEN_ID = DocumentId.of("harbour/0001-log.md");
    static final DocumentId SECRET_ID = DocumentId.of(BOARD + ":heron/0001-merger.md");

    private final Path folder;
    private final TestingClock steady = new TestingClock();
    private final LuceneParts parts = new LuceneParts();
    private final Archive archive;
    private final Accounts accounts;
    private final TestingService service;
    private final Map<String, String> sessions = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();

    /** A home in a folder of its own, and the service over it. */
    TestingTeams(Path folder, boolean withBoard) {
        this.folder = folder;
        var home = new HomeFolder(folder.resolve("home"));
        Archive.make(home, file("charter.yaml", CHARTER), parts);
        this.archive = Archive.open(home, parts, TestingEngine.engine());
        this.accounts = Accounts.over(
                archive.ledger(),
                AccessSettings.LOCAL,
                Bounds.Rates.USUAL,
                TestingAccounts.light(),
                steady,
                new SecureRandom());
        this.service = new TestingService(
                        (visitor, caller) -> archive.seenBy(Viewer.of(visitor, caller)),
                        archive,
                        new Entrance.WithAccounts(accounts))
                .start();
        for (var role : Role.values()) add(name(role), role);
        add(MEMBER, Role.AUDITOR);
        archive.ingest(HomeFolder.MAIN, one("harbour/0001-log.md", DRAFT), Progress.NONE);
        archive.ingest(HomeFolder.MAIN, harbour(), Progress.NONE);
        if (withBoard) fillBoard();
    }

    private void add(String name, Role role) {
        accounts.administration().add(name, name, role, Optional.of(TestingAccounts.PASSWORD), Caller.PROGRAM);
    }

    private void fillBoard() {
        var administration = accounts.administration();
        var board = administration.make(BOARD, Access.CONFIDENTIAL, Caller.PROGRAM);
        administration.addMember(board, administration.user(MEMBER), Caller.PROGRAM);
        archive.ingest(BOARD, one("heron/0001-merger.md", SECRET_DRAFT), Progress.NONE);
        archive.ingest(BOARD, board(), Progress.NONE);
    }

    private Sources one(String path, String text) {
        return new Sources(List.of(source(path, text)), List.of(), List.of());
    }

    private Sources harbour() {
        var sources = new ArrayList<Source>();
        sources.add(source("harbour/0001-log.md", "date: 2024-05-01\nWe tell all of the harbour log.\n"));
        sources.add(source("harbour/0002-shared.md", SHARED));
        for (var number = 3; number <= 6; number++)
            sources.add(source(
                    "harbour/000%d-buoys.md".formatted(number),
                    "date: 2024-08-0%d\nThe buoys have their cost.\nWe do it because it is fast.\n".formatted(number)));
        sources.add(source("harbour/essay.md", ESSAY));
        sources.add(source("harbour/broken.md", "UNREADABLE"));
        return new Sources(sources, List.of(new Skipped("harbour/logo.png", "not a document: image/png")), List.of());
    }

    private Sources board() {
        var sources = new ArrayList<Source>();
        sources.add(source("heron/0001-merger.md", SECRET));
        sources.add(source("heron/0002-shared.md", SHARED));
        sources.add(source("harbour/0001-log.md", "date: 2024-05-02\nThe heron log: we tell what it has cost.\n"));
        for (var number = 3; number <= 8; number++)
            sources.add(source(
                    "heron/000%d-wings.md".formatted(number),
                    "date: 2031-08-0%d\nWe tell of heron wings and their cost.\nWe do it because it is fast.\n"
                            .formatted(number)));
        sources.add(source("heron/essay.md", ESSAY));
        sources.add(source("heron/broken.md", "UNREADABLE heron"));
        return new Sources(sources, List.of(new Skipped("heron/logo.png", "not a document: heron")), List.of());
    }

    private Source source(String path, String text) {
        return new Source(path, file(path.replace('/', '-'), text), List.of());
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(
                    Files.createTempFile(Files.createDirectories(folder.resolve("sent")), "", name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String name(Role role) {
        return "the." + role.name().toLowerCase(Locale.ROOT);
    }

    TestingService service() {
        return service;
    }

    Archive archive() {
        return archive;
    }

    Accounts accounts() {
        return accounts;
    }

    Path folder() {
        return folder;
    }

    /** The cookie of somebody who signed in over HTTP; signed in once. */
    String cookie(String user) {
        return sessions.computeIfAbsent(user, this::signIn);
    }

    private String signIn(String user) {
        steady.pass(Duration.ofSeconds(6));
        var answer = post("/sign-in", Map.of(), Map.of("name", user, "password", TestingAccounts.PASSWORD));
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    /** A token of somebody with every scope; made once. */
    String token(String user) {
        return tokens.computeIfAbsent(
                user,
                name -> accounts.own()
                        .issue(
                                accounts.administration().user(name),
                                "test",
                                Set.of(Scope.values()),
                                Duration.ofDays(1),
                                TestingAccounts.SOMEWHERE)
                        .secret()
                        .text());
    }

    HttpResponse<String> get(String path, String user) {
        return send("GET", path, user);
    }

    /** A request from our own pages. */
    HttpResponse<String> send(String method, String path, String user) {
        return service.send(method, path, headers(user), BodyPublishers.noBody());
    }

    HttpResponse<String> send(String path, String user, TestingForm form) {
        steady.pass(Duration.ofSeconds(2));
        var headers = new HashMap<>(headers(user));
        headers.put("Content-Type", form.type());
        return service.send("POST", path, headers, form.publisher());
    }

    private HttpResponse<String> post(String path, Map<String, String> headers, Map<String, String> fields) {
        var all = new HashMap<>(headers);
        all.put("Sec-Fetch-Site", "same-origin");
        var form = TestingForm.fields(fields);
        all.put("Content-Type", form.type());
        return service.send("POST", path, all, form.publisher());
    }

    private Map<String, String> headers(String user) {
        return Map.of("Cookie", cookie(user), "Sec-Fetch-Site", "same-origin");
    }

    /** Sends a file and waits until it can be found; the id of its job. */
    String upload(String user, String name, String text, Map<String, String> fields) {
        var answer = send("/api/v1/documents", user, TestingForm.file(name, text, fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        settle();
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    }

    /** Waits until nothing is on its way. */
    void settle() {
        for (var left = 600; left > 0; left--) {
            var busy = archive.ledger()
                    .read(transaction -> transaction.collections().all().stream()
                            .anyMatch(collection -> !transaction
                                            .contents()
                                            .pending(collection.id())
                                            .isEmpty()
                                    || !transaction
                                            .indexChanges()
                                            .pending(collection.id(), 1)
                                            .isEmpty()));
            if (!busy) return;
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("something stays on its way");
    }

    /** The audit log. */
    List<LogEntry> log() {
        return archive.ledger().read(transaction -> transaction.log().after(0, 10_000));
    }

    /** An answer without what is random, so that those of two homes can be compared. */
    String unmistakable(String text) {
        var plain = text;
        for (var user : accounts.administration().users())
            plain = plain.replace(user.id().toString(), "id of " + user.name());
        for (var one : accounts.administration().collections())
            plain = plain.replace(
                    one.collection().id().toString(),
                    "id of " + one.collection().name());
        // An exception's id is random.
        plain = plain.replaceAll("/exceptions/[0-9a-f]{16}/", "/exceptions/ID/")
                .replaceAll("\"id\": \"[0-7][0-9a-f]{15}\",\n      \"document\"", "\"id\": \"ID\", \"document\"")
                .replaceAll("\"written_at\": \"[^\"]*\"", "\"written_at\": \"then\"");
        // When a version came is known to the second, and the homes were made one after the other.
        plain = plain.replaceAll("\\d{1,2} \\p{L}{3} \\d{4}, \\d\\d:\\d\\d UTC", "then")
                .replaceAll("\"at\": \"[^\"]*\"", "\"at\": \"then\"");
        return plain.replace(":" + service.port() + "/", ":PORT/").replace(":" + service.port() + "\"", ":PORT\"");
    }

    @Override
    public void close() {
        service.close();
        accounts.close();
        archive.close();
        parts.close();
    }
}
