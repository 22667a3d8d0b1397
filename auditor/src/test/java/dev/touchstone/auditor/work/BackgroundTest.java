package dev.touchstone.auditor.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere they are ordinary threads")
class BackgroundTest {
    @Test
    void its_threads_and_those_that_they_start_give_way_and_no_others_do() throws Exception {
        var before = niceness();

        assertThat(answer(new Background("work-"), BackgroundTest::niceness)).isEqualTo(before + 5);
        assertThat(answer(new Background("work-"), () -> answer(Thread::new, BackgroundTest::niceness)))
                .isEqualTo(before + 5);
        assertThat(niceness()).isEqualTo(before);
    }

    private static int answer(ThreadFactory threads, Callable<Integer> question)
            throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(question);
        threads.newThread(task).start();
        return task.get();
    }

    /** Of the thread that asks: the 19th number of its line, counted after its name. */
    private static int niceness() throws IOException {
        var line = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }
}
