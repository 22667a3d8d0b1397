package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Extraction;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The main class of a worker process. Standard input and output are its protocol ({@link Frames}); it ends when its input
 * does, so that it never outlives the server.
 */
public final class Worker {
    private final DataInputStream requests;
    private final DataOutputStream replies;
    private final BlockingQueue<Frames.Request> waiting = new LinkedBlockingQueue<>();

    private final TemporaryFolder folder;

    private Worker(DataInputStream requests, DataOutputStream replies, TemporaryFolder folder) {
        this.requests = requests;
        this.replies = replies;
        this.folder = folder;
    }

    /** The argument is the folder that is this worker's alone: it is emptied after every file. */
    public static void main(String[] arguments) throws Exception {
        var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // What parsers print must not end up between frames.
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        System.setIn(InputStream.nullInputStream());
        new Worker(in, out, new TemporaryFolder(Path.of(arguments[0]))).run();
    }

    private void run() throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("requests").start(this::listen);
        var reader = new DocumentReader();
        Frames.send(replies, Frames.READY);
        while (true) {
            var request = waiting.take();
            Frames.send(replies, Frames.encode(read(reader, request)));
            // A parser may leave the flag set, and the next file would pay for it.
            var _ = Thread.interrupted();
            folder.empty();
        }
    }

    /** Ends the process when the server is gone, even while a parser hangs. */
    private void listen() {
        try {
            while (true) waiting.add(Frames.decodeRequest(Frames.receive(requests)));
        } catch (IOException gone) {
            folder.wipe();
            Runtime.getRuntime().halt(0);
        }
    }

    /** The border of the process: whatever a parser throws, an overflowing stack too, is this file's outcome. */
    private static Frames.Reply read(DocumentReader reader, Frames.Request request) {
        try {
            return new Frames.Reply(reader.read(request.name(), request.bytes()), reader.isShaken());
        } catch (StackOverflowError deep) {
            return new Frames.Reply(new Extraction.Unreadable("it is nested too deep to be read"), true);
        } catch (Throwable fault) {
            if (fault instanceof OutOfMemoryError exhausted && exhausted.getMessage() != null)
                Runtime.getRuntime().halt(3);
            return new Frames.Reply(
                    new Extraction.Unreadable("its reader failed on it: the file is damaged or not what it seems"),
                    true);
        }
    }
}
