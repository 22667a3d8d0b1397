package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.access.AccessSettings;
import dev.touchstone.web.app.Logs;
import dev.touchstone.web.archive.Archive;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.archive.Viewer;
import dev.touchstone.web.http.Entrance;
import dev.touchstone.web.http.Homes;
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
            description = "Name or address of this machine that is bound (default: ${DEFAULT-VALUE}). Only the loopback"
                    + " unless a proxy with TLS stands before it.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "Port (default: ${DEFAULT-VALUE}); 0 takes a free one.")
    private int port = 7070;

    /**
     * Says what is wrong before any model is loaded.
     *
     * @throws BadInput when the host is not this machine's alone or the port is taken
     */
    void check() {
        check(AccessSettings.LOCAL);
    }

    /**
     * Says what is wrong before any model is loaded.
     *
     * @throws BadInput when others could read on its way what is sent, or the port is taken
     */
    void check(AccessSettings access) {
        if (port < 0 || port > 65_535) throw new BadInput("--port: %d is no port; give 0 to 65535".formatted(port));
        var address = address();
        if (!address.isLoopbackAddress() && access.isLocal())
            throw new BadInput(
                    "--host: %s can be reached from other machines, which needs accounts and a proxy with TLS; use"
                                    .formatted(host)
                            + " 127.0.0.1 or localhost, or serve with --behind-proxy URL");
        if (port == 0) return;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException taken) {
            throw new BadInput("--port: %d cannot be bound on %s; another program uses it, choose another port"
                    .formatted(port, host));
        }
    }

    /** On the console only: whoever reads it becomes the administrator. */
    private static void offerSetUp(Terminal terminal, String local, Entrance entrance) {
        switch (entrance) {
            case Entrance.Open _ -> {}
            case Entrance.WithAccounts(var accounts) -> {
                var base =
                        accounts.settings().publicHost().map("https://"::concat).orElse(local);
                accounts.administration()
                        .setUpLink()
                        .ifPresent(link -> terminal.print(
                                "there is no administrator yet; within 30 minutes the first is made at %s/set-up?link=%s"
                                        .formatted(base, link.text())));
            }
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new BadInput("--host: %s is not known; use 127.0.0.1 or localhost".formatted(host));
        }
    }

    /** Serves until the process is told to end, to those whom the entrance lets in; what is under way then is finished or parked. */
    void serve(Terminal terminal, HomeFolder folder, Archive archive, Ending ending, Entrance entrance) {
        Logs.keepIn(folder.log());
        try (var server = new Server(homes(archive), archive, host, port, entrance)) {
            var local = "http://%s:%d".formatted(host, server.start().getPort());
            terminal.print("serving %s on %s/".formatted(folder.path(), local));
            offerSetUp(terminal, local, entrance);
            terminal.out().flush();
            archive.warm();
            ending.await();
        }
    }

    private static Homes homes(Archive archive) {
        return (visitor, caller) -> archive.seenBy(Viewer.of(visitor, caller));
    }
}
