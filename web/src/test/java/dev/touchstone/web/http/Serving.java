package dev.touchstone.web.http;

import dev.touchstone.web.app.Home;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** Serves a collection until the process ends: for looking at the pages by hand. */
final class Serving {
    private Serving() {}

    static void main(String[] arguments) throws InterruptedException {
        var port = Integer.parseInt(arguments[0]);
        for (var name : arguments[1].split(",", -1)) new Server(home(name), "127.0.0.1", port++).start();
        new CountDownLatch(1).await();
    }

    static Home home(String name) {
        return switch (name) {
            case "many" -> dev.touchstone.web.testing.TestingCollections.many();
            case "none" -> dev.touchstone.web.testing.TestingCollections.none();
            case "hostile" -> dev.touchstone.web.testing.TestingCollections.hostile();
            case "long" -> dev.touchstone.web.testing.TestingCollections.long_titles();
            default -> dev.touchstone.web.testing.TestingCollections.few();
        };
    }

    static URI uri(InetSocketAddress address, String path) {
        return URI.create("http://127.0.0.1:" + address.getPort() + path);
    }
}
