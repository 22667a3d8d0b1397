package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Home;
import dev.touchstone.web.app.Logs;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.http.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** Where a home is served. */
final class ServiceOptions {
    @Option(
            names = "--host",
            paramLabel = "NAME",
            description =
                    "Name or address of this machine that is bound (default: ${DEFAULT-VALUE}). Only the loopback until"
                            + " there are accounts.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Port (default: ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port = 7070;

    /**
     * Says what is wrong before any model is loaded.
     *
     * @throws BadInput when the host is not this machine's alone or the port is taken
     */
    void check() {
        if (port < 0 || port > 65_535) throw new BadInput("--port: %d is no port; give 0 to 65535".formatted(port));
        var address = address();
        if (!address.isLoopbackAddress())
            throw new BadInput(
                    "--host: %s can be reached from other machines, which needs accounts, and there are none yet;"
                                    .formatted(host)
                            + " use 127.0.0.1 or localhost");
        if (port == 0) return;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new BadInput("--port: %d cannot be bound on %s; another program uses it, choose another port"
                    .formatted(port, host));
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new BadInput("--host: %s is not known; use 127.0.0.1 or localhost".formatted(host));
        }
    }

    /** Serves until the process is told to end; what is under way then is finished or parked. */
    void serve(Terminal terminal, HomeFolder folder, Home home, Ending ending) {
        Logs.keepIn(folder.log());
        try (var server = new Server(home, host, port)) {
            var address = server.start();
            terminal.print("serving %s on http://%s:%d/".formatted(folder.path(), host, address.getPort()));
            terminal.out().flush();
            ending.await();
        }
    }
}
