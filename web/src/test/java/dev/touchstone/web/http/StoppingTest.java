package dev.touchstone.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Job;
import dev.touchstone.auditor.search.SearchPage;
import dev.touchstone.auditor.search.SearchQuery;
import dev.touchstone.web.app.Alike;
import dev.touchstone.web.app.DocumentVersion;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Judged;
import dev.touchstone.web.app.Waiver;
import dev.touchstone.web.testing.TestingCollections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoppingTest {
    @Test
    void an_answer_under_way_is_finished_before_the_service_stops() throws Exception {
        var home = new SlowHome();
        var service = new TestingService(home).start();
        var answer = CompletableFuture.supplyAsync(() -> service.get("/charter"));
        assertThat(home.asked.await(30, TimeUnit.SECONDS)).isTrue();
        var stopping = CompletableFuture.runAsync(service::stop);
        while (accepts(service.port())) Thread.onSpinWait();
        home.mayAnswer.countDown();
        assertThat(answer.thenApply(HttpResponse::statusCode).get(30, TimeUnit.SECONDS))
                .isEqualTo(200);
        assertThat(answer.get().body().strip()).endsWith("</html>");
        stopping.get(30, TimeUnit.SECONDS);
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    /** Takes its time over the first answer. */
    private static final class SlowHome implements Home {
        private final Home home = TestingCollections.few();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);

        @Override
        public Audit audit() {
            asked.countDown();
            try {
                mayAnswer.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return home.audit();
        }

        @Override
        public Optional<String> text(String sha256) {
            return home.text(sha256);
        }

        @Override
        public List<DocumentVersion> versions(String path) {
            return home.versions(path);
        }

        @Override
        public Optional<Judged> version(String path, String sha256) {
            return home.version(path, sha256);
        }

        @Override
        public List<Alike> alike(String path) {
            return home.alike(path);
        }

        @Override
        public List<Waiver> waivers() {
            return home.waivers();
        }

        @Override
        public Waiver allow(Waiver.Terms terms) {
            return home.allow(terms);
        }

        @Override
        public boolean withdraw(String id, String because) {
            return home.withdraw(id, because);
        }

        @Override
        public SearchPage search(SearchQuery query) {
            return home.search(query);
        }

        @Override
        public Job submit(String collection, List<Upload> uploads) {
            return home.submit(collection, uploads);
        }

        @Override
        public Optional<Job> job(String id) {
            return home.job(id);
        }

        @Override
        public List<Waiting> waiting() {
            return home.waiting();
        }

        @Override
        public Optional<Original> original(String sha256) {
            return home.original(sha256);
        }

        @Override
        public List<String> collections() {
            return home.collections();
        }

        @Override
        public boolean delete(String path, String because) {
            return home.delete(path, because);
        }

        @Override
        public void viewed(String path) {
            home.viewed(path);
        }

        @Override
        public void exported(Export what) {
            home.exported(what);
        }

        @Override
        public Optional<Job> cancel(String id) {
            return home.cancel(id);
        }
    }
}
