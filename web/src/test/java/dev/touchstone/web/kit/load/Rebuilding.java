package dev.touchstone.web.kit.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Of goal O4 the rate: how fast a lost index is made anew from what is kept, without reading a document again. */
public final class Rebuilding implements Part {
    @Override
    public List<Goal> measure(Size size, FilledHome home) throws Exception {
        var copy = home.copy("rebuilt");
        var token = FilledHome.token(copy, 0);
        FilledHome.delete(copy.resolve("index"));
        try (var service = PackagedService.start(copy)) {
            service.untilStatus("/health/live", 200);
            var begun = System.nanoTime();
            var client = new Client(service.port(), token);
            var refused = 0;
            for (var answer = client.search("harbour OR the"); answer.statusCode() != 200; refused++) {
                if (answer.statusCode() != 503) throw new IllegalStateException(answer.body());
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                answer = client.search("harbour OR the");
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            var found = client.json("/api/v1/search?q=").path("documents").asInt();
            return List.of(
                    Goal.atLeast("O4", "index made anew, documents a second", size.documents() / seconds, 200, "a s"),
                    Goal.atLeast("O4", "documents found in the first answer", found, size.documents(), ""),
                    Goal.atLeast("O4", "answers that said 'being made anew' before it", refused, 1, ""));
        }
    }
}
