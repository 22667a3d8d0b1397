package dev.touchstone.indexer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void a_sandbox_without_network_has_no_way_out_but_itself() throws IOException {
        var sandbox = Sandbox.probe();
        if (!sandbox.holds().contains("no network")) {
            System.out.println("This system gives no process a network of its own: nothing to look at.");
            return;
        }
        var command = new ArrayList<>(sandbox.prefix());
        command.addAll(List.of("/bin/cat", "/proc/net/dev"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var devices = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).strip());
        assertThat(devices).containsOnly("lo");
    }
}
