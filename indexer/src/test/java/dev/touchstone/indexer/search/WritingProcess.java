package dev.touchstone.indexer.search;

import static dev.touchstone.indexer.search.SampleCorpus.NOTES;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another program that writes the index and can be killed at a known point. */
final class WritingProcess implements AutoCloseable {
    private final Process process;

    private WritingProcess(Process process) {
        this.process = process;
    }

    /** Starts it and waits until it has added a document and, when asked to, committed. */
    static WritingProcess start(Path folder, String change, String until) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        folder.toString(),
                        change,
                        until)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        var line = reader.readLine();
        while (line != null && !line.equals("ready")) line = reader.readLine();
        if (line == null) throw new IllegalStateException("the writing process ended too early");
        return new WritingProcess(process);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The program itself: it waits for an input that never comes. */
    public static void main(String[] arguments) throws IOException {
        var index = LuceneIndex.open(Path.of(arguments[0]), new TestingEncoder());
        var generation = arguments[1].equals("replace") ? index.replace() : index.extend();
        var record = arguments[1].equals("replace")
                ? NOTES
                : SampleRecord.of("killed.md", "Killed").passage("Something that was added.");
        record.addTo(generation);
        if (arguments[2].equals("commit")) generation.commit();
        System.out.println("ready");
        if (System.in.read() < 0) generation.close();
    }
}
