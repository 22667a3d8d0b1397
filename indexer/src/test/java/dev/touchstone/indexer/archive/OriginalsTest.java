package dev.touchstone.indexer.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.auditor.document.Sha256;
import dev.touchstone.indexer.archive.ledger.TestingClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalsTest {
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final long LIMIT = 10_000_000;

    @TempDir
    Path folder;

    private final TestingClock clock = new TestingClock();
    private final TestingDisk disk = new TestingDisk();
    private Originals originals;

    @BeforeEach
    void open() {
        originals = new Originals(folder.resolve("originals"), disk, clock);
        originals.makeFolders();
        disk.steps().clear();
    }

    private Put put(String text) throws IOException {
        return originals.put(new ByteArrayInputStream(text.getBytes(UTF_8)), LIMIT);
    }

    private static Original original(String text) {
        return new Original(Sha256.of(text), text.getBytes(UTF_8).length);
    }

    private List<String> incoming() throws IOException {
        try (var files = Files.list(folder.resolve("originals/incoming"))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void bytes_come_back_by_their_hash() throws IOException {
        assertThat(put("decision")).isEqualTo(new Put.Kept(original("decision")));
        try (var in = originals.read(Sha256.of("decision")).orElseThrow()) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("decision");
        }
        assertThat(originals.all()).containsExactly(Sha256.of("decision"));
        assertThat(originals.read(Sha256.of("another"))).isEmpty();
        assertThat(originals.read("../../etc/passwd")).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_file_is_synced_before_it_has_its_name_and_the_name_before_anybody_hears_of_it() throws IOException {
        put("one");
        var inside = Sha256.of("one").substring(0, 2);
        assertThat(disk.steps())
                .containsExactly("sync bytes", "sync originals", "rename " + Sha256.of("one"), "sync " + inside);
        disk.steps().clear();
        put("one");
        assertThat(disk.steps()).containsExactly("sync bytes", "sync " + inside);
    }

    @Test
    void what_the_disk_refuses_at_any_step_is_not_there_and_leaves_nothing_behind() throws IOException {
        for (var step : List.of("sync bytes", "rename", "sync ")) {
            disk.refuse(step);
            assertThatThrownBy(() -> put("refused at " + step))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Unavailable.Reason.NO_SPACE));
            disk.refuse("nothing");
            assertThat(incoming()).isEmpty();
            assertThat(put("refused at " + step)).isNotInstanceOf(Put.TooLarge.class);
        }
    }

    @Test
    void too_many_bytes_are_not_kept_and_not_even_written() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(originals.put(endless, 1_000_000)).isEqualTo(new Put.TooLarge(1_000_000));
        assertThat(originals.put(new ByteArrayInputStream(new byte[1000]), 1000))
                .isInstanceOf(Put.Kept.class);
        assertThat(originals.all()).hasSize(1);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_sender_who_breaks_off_leaves_nothing() throws IOException {
        var broken = InputStream.nullInputStream();
        broken.close();
        var half = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), broken);
        assertThatThrownBy(() -> originals.put(half, LIMIT)).hasMessage("Stream closed");
        assertThat(originals.all()).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void twenty_who_send_the_same_bytes_at_once_make_one_file() throws Exception {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        var barrier = new CyclicBarrier(20);
        Callable<Put> sending = () -> {
            barrier.await();
            return originals.put(new ByteArrayInputStream(bytes), LIMIT);
        };
        try (var pool = Executors.newFixedThreadPool(20)) {
            var puts = new ArrayList<Put>();
            var pending =
                    IntStream.range(0, 20).mapToObj(_ -> pool.submit(sending)).toList();
            for (var put : pending) puts.add(put.get());
            assertThat(puts.stream().filter(Put.Kept.class::isInstance)).hasSize(1);
            assertThat(puts.stream().filter(Put.Known.class::isInstance)).hasSize(19);
        }
        assertThat(originals.all()).containsExactly(Sha256.of(bytes));
        assertThat(originals.verify(Sha256.of(bytes))).isEqualTo(new Condition.Sound());
    }

    @Test
    void every_flipped_byte_is_found_and_healed_by_the_same_bytes_sent_again() throws IOException {
        put("decision record");
        var hash = Sha256.of("decision record");
        var file = originals.path(hash).orElseThrow();
        for (var place = 0; place < "decision record".length(); place++) {
            var bytes = "decision record".getBytes(UTF_8);
            bytes[place] ^= 1;
            Files.write(file, bytes);
            assertThat(originals.verify(hash)).isEqualTo(new Condition.Damaged(Sha256.of(bytes)));
            assertThat(put("decision record")).isInstanceOf(Put.Kept.class);
            assertThat(originals.verify(hash)).isEqualTo(new Condition.Sound());
        }
        assertThat(originals.verify(Sha256.of("another"))).isEqualTo(new Condition.Missing());
    }

    @Test
    void bytes_that_have_just_come_are_not_deleted_nor_those_that_have_come_again() throws IOException {
        put("one");
        clock.pass(Duration.ofMinutes(9));
        assertThat(originals.delete(Sha256.of("one"), GRACE)).isFalse();
        clock.pass(Duration.ofMinutes(2));
        put("one");
        assertThat(originals.delete(Sha256.of("one"), GRACE)).isFalse();
        clock.pass(Duration.ofMinutes(11));
        assertThat(originals.delete(Sha256.of("one"), GRACE)).isTrue();
        assertThat(originals.delete(Sha256.of("one"), GRACE)).isFalse();
        assertThat(originals.all()).isEmpty();
    }

    @Test
    void what_a_crash_left_is_swept_when_it_is_old_enough() throws IOException {
        var left = Files.writeString(folder.resolve("originals/incoming/crashed.part"), "half");
        Files.setLastModifiedTime(left, FileTime.from(clock.instant()));
        assertThat(originals.sweep(GRACE)).isZero();
        clock.pass(Duration.ofMinutes(11));
        assertThat(originals.sweep(GRACE)).isEqualTo(1);
        assertThat(incoming()).isEmpty();
    }
}
