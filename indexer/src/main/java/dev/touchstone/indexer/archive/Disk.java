package dev.touchstone.indexer.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The three steps after which written bytes stay, in the order that makes them stay. */
interface Disk {
    /** Puts the bytes of a file on the disk. */
    void sync(FileChannel file) throws IOException;

    /** Gives a file its name, in one step, in place of what had it. */
    void rename(Path from, Path to) throws IOException;

    /** Puts the names in a folder on the disk. */
    void sync(Path folder) throws IOException;

    /** The disk of this machine. */
    Disk REAL = new Disk() {
        @Override
        public void sync(FileChannel file) throws IOException {
            file.force(true);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void sync(Path folder) throws IOException {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    };
}
