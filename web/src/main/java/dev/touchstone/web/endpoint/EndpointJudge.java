package dev.touchstone.web.endpoint;

import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A judge behind an OpenAI-compatible address. It talks to the host that was listed and to no other: redirections are not
 * followed and no proxy is used. Failures are answers too: an audit goes on without them and says so.
 */
public final class EndpointJudge implements PairJudge {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int TRIES = 3;
    /** Questions in a row without an answer, after which no more are asked: an audit does not wait for hours. */
    private static final int PATIENCE = 5;

    private final EndpointSettings settings;
    private final Optional<String> key;
    private final AnswerCache cache;
    private final Waits waits;
    private final HttpClient client;
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * How long to wait.
     *
     * @param answer for one answer, from the connection to its last byte
     * @param again before the second try; twice as long before the third
     */
    public record Waits(Duration answer, Duration again) {
        /** For a model that thinks. */
        public static final Waits USUAL = new Waits(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    /** @param answers folder in which answers are kept */
    public EndpointJudge(EndpointSettings settings, Path answers, Waits waits) {
        this.settings = settings;
        this.key = settings.key();
        this.cache = new AnswerCache(answers);
        this.waits = waits;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(waits.answer())
                .build();
    }

    @Override
    public Opinion judge(Question question) {
        var known = cache.find(identity(), question);
        if (known.isPresent()) return known.get();
        if (failures.get() >= PATIENCE)
            return new Opinion.Failed(
                    "not asked, after %s had not answered %d times in a row".formatted(settings.host(), PATIENCE));
        var opinion = asked(question);
        if (opinion instanceof Opinion.Failed) failures.incrementAndGet();
        else failures.set(0);
        cache.keep(identity(), question, opinion);
        return opinion;
    }

    private Opinion asked(Question question) {
        var request = request(question);
        var wait = waits.again();
        try {
            for (var tries = 1; ; tries++) {
                var reply = reply(request);
                switch (reply) {
                    case Reply.Answered(var opinion) -> {
                        return opinion;
                    }
                    case Reply.Refused(var reason, var again) -> {
                        if (!again || tries == TRIES)
                            return new Opinion.Failed("%s %s".formatted(settings.host(), reason));
                    }
                }
                Thread.sleep(wait);
                wait = wait.multipliedBy(2);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Opinion.Failed("interrupted");
        }
    }

    private HttpRequest request(Question question) {
        var request = HttpRequest.newBuilder(settings.address())
                .timeout(waits.answer())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Prompt.body(settings.model(), question)));
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.build();
    }

    /** What came of one try. */
    private sealed interface Reply {
        record Answered(Opinion opinion) implements Reply {}

        /** @param again whether another try may do better */
        record Refused(String reason, boolean again) implements Reply {}
    }

    /** The client's own time limit ends with the headers; this one ends with the last byte. */
    private Reply reply(HttpRequest request) throws InterruptedException {
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        try {
            return reply(pending.get(waits.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            pending.cancel(true);
            return late();
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case HttpTimeoutException _ -> late();
                case ConnectException _ -> new Reply.Refused("cannot be reached", true);
                case null, default -> new Reply.Refused("broke the connection or sent too much", true);
            };
        }
    }

    private Reply late() {
        return new Reply.Refused(
                "gave no answer within %d ms".formatted(waits.answer().toMillis()), true);
    }

    private static Reply reply(HttpResponse<String> response) {
        var status = response.statusCode();
        if (status == 200) return new Reply.Answered(Prompt.opinion(response.body()));
        return new Reply.Refused("answered with the status %d".formatted(status), status == 429 || status >= 500);
    }

    @Override
    public String identity() {
        return "endpoint-%s@%s-%s".formatted(settings.model(), settings.host(), Prompt.VERSION);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
