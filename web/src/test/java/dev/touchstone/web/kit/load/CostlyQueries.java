package dev.touchstone.web.kit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Goal L5: queries that are meant to cost much. Each is answered or refused, and none takes long. */
public final class CostlyQueries implements Part {
    private static final int ROUNDS = 3;

    /** A query and the page of its results. */
    private record Costly(String text, String more) {
        Costly(String text) {
            this(text, "");
        }
    }

    private static final List<Costly> QUERIES = List.of(
            new Costly("*a"),
            new Costly("*e*"),
            new Costly("?"),
            new Costly("a*"),
            new Costly("1* 2* 3* 4* 5* 6* 7* 8* 9*"),
            new Costly("a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t*"),
            new Costly("/.*(a|a)*b/"),
            new Costly("/(.*a){20}/"),
            new Costly("/[0-9]*[0-9]*[0-9]*[0-9]*x/"),
            new Costly("failover~2 outage~2 retention~2 publish~2 budget~2 berths~2 pilots~2 painted~2"),
            new Costly(
                    "fail* out* ret* pub* bud* ber* pil* pai* rec* lon* sec* par* old* yea* pou* rea* clo* hou* per* few*"),
            new Costly("\"the of\"~20"),
            new Costly("\"the of\"~1000000"),
            new Costly("\"the and of in so is a to it we\"~100"),
            new Costly("the", "&page=500"),
            new Costly("the", "&page=1000000"),
            new Costly("", "&limit=100000"),
            new Costly(many("the", " ", 200)),
            new Costly(many("word", " OR ", 1_000)),
            new Costly(numbered(190)),
            new Costly(many("(", "", 500) + "a" + many(")", "", 500)),
            new Costly("NOT the"),
            new Costly(many("NOT ", "", 300) + "a"),
            new Costly("what was decided about everything that anybody could ever want to know of the harbour"));

    /** Ten thousand clauses, which is more than an address may hold. */
    private static final Costly CLAUSES = new Costly(numbered(10_000));

    private static String many(String word, String between, int times) {
        return IntStream.range(0, times).mapToObj(_ -> word).collect(Collectors.joining(between));
    }

    private static String numbered(int times) {
        return IntStream.range(0, times).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("asked");
        var token = FilledHome.token(copy, 0);
        try (var service = PackagedService.startReady(copy)) {
            var client = new Client(service.port(), token);
            Searches.warm(client);
            var worst = 0.0;
            var wrong = 0;
            var all = new ArrayList<>(QUERIES);
            all.add(CLAUSES);
            for (var query : all)
                for (var round = 0; round < ROUNDS; round++) {
                    var begun = System.nanoTime();
                    var answer = client.get("/api/v1/search?q=" + Client.encoded(query.text()) + query.more());
                    var seconds = (System.nanoTime() - begun) / 1e9;
                    worst = Math.max(worst, seconds);
                    if (answer.statusCode() >= 500) wrong++;
                    if (round == 0)
                        IO.println("     %.3f s  %d  %s%s"
                                .formatted(
                                        seconds,
                                        answer.statusCode(),
                                        query.text()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                60, query.text().length())),
                                        query.more()));
                }
            return List.of(
                    Goal.atMost("L5", "slowest of %d costly queries".formatted(all.size()), worst, 3, "s"),
                    Goal.atMost("L5", "of them answered with 5xx", wrong, 0, ""));
        }
    }
}
