package dev.touchstone.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The real disk, with a note of every step, that can refuse a step as a full one does. */
final class TestingDisk implements Disk {
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private volatile String refused = "nothing";

    List<String> steps() {
        return steps;
    }

    void refuse(String beginning) {
        refused = beginning;
    }

    private void step(String step) throws IOException {
        steps.add(step);
        if (step.startsWith(refused)) throw new IOException("No space left on device");
    }

    @Override
    public void sync(FileChannel file) throws IOException {
        step("sync bytes");
        Disk.REAL.sync(file);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step("rename " + to.getFileName());
        Disk.REAL.rename(from, to);
    }

    @Override
    public void sync(Path folder) throws IOException {
        step("sync " + folder.getFileName());
        Disk.REAL.sync(folder);
    }
}
