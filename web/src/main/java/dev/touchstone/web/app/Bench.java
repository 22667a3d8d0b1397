package dev.touchstone.web.app;

import dev.touchstone.auditor.audit.Audit;
import dev.touchstone.auditor.audit.Progress;
import dev.touchstone.auditor.audit.Sink;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.document.Sentence;
import dev.touchstone.auditor.reference.Annotated;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures an audit from the opening of the models to the written result, and the encoder alone on the same sentences.
 * The ratio says how much the whole costs beside the one step that cannot be left out.
 */
public final class Bench {
    private final Parts parts;
    private final Path folder;
    private final Function<Audit, String> report;
    private final List<Stage> stages = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private long workersPeak;

    /**
     * A measurement.
     *
     * @param folder a new one, for what the audit writes
     * @param report renders the report, which is a part of the whole
     */
    public Bench(Parts parts, Path folder, Function<Audit, String> report) {
        this.parts = parts;
        this.folder = folder;
        this.report = report;
    }

    /**
     * What was measured.
     *
     * @param sentences that counted, repeats included
     * @param memory at the most, before the encoder's own loop began
     * @param bare rounds of the encoder's own loop
     */
    public record Measured(int documents, int sentences, List<Stage> stages, Memory memory, List<Stage> bare) {
        public Measured {
            stages = List.copyOf(stages);
            bare = List.copyOf(bare);
        }

        /** Wall time of all stages. */
        public Duration wall() {
            return stages.stream().map(Stage::wall).reduce(Duration.ZERO, Duration::plus);
        }

        /** CPU time of all stages, workers included. */
        public Duration cpu() {
            return stages.stream().map(Stage::cpu).reduce(Duration.ZERO, Duration::plus);
        }

        /** The round whose wall time is the median. */
        public Stage bareMedian() {
            return bare.stream()
                    .sorted(Comparator.comparing(Stage::wall))
                    .toList()
                    .get(bare.size() / 2);
        }
    }

    /** One step and what it took. */
    public record Stage(String name, Duration wall, Duration cpu) {}

    /** In megabytes; {@code workers} is what all worker processes held at the most, added up. */
    public record Memory(long server, long workers) {}

    /**
     * Measures once.
     *
     * @param rounds of the encoder's own loop
     */
    public Measured run(Charter charter, List<Path> paths, int rounds, Progress progress) {
        var clock = new Clock();
        var engine = parts.engine(Optional.empty(), Optional.empty(), Optional.empty());
        clock.ended("opening the models");
        var sources = Sources.in(paths, Sources.Selection.ALL);
        var auditing = new Auditing(charter, sources.sources(), sources.skipped(), Scope.ALL);
        var documents = 0;
        try (var out = OutFolder.begin(folder.resolve("out"));
                var index = parts.index(folder.resolve("index"));
                var generation = index.replace()) {
            var kept = new ArrayList<Kept>();
            Progress watched = (stage, done, total) -> {
                workersPeak = Math.max(workersPeak, ProcessFigures.peakMegabytesOfWorkers());
                if (stage == Progress.Stage.READING && done == total) clock.ended("reading");
                progress.passed(stage, done, total);
            };
            Sink sink = (entry, annotated) -> {
                clock.ended("scoring");
                out.texts().accept(entry, annotated);
                generation.add(entry, annotated);
                kept.add(new Kept(annotated));
                clock.ended("indexing");
            };
            var audit = auditing.run(engine, sink, watched).audit();
            clock.ended("scoring");
            generation.commit();
            clock.ended("indexing");
            out.write("report.html", report.apply(audit));
            out.commit(audit);
            clock.ended("writing");
            documents = (int) audit.all().count();
            for (var one : kept) sentences.addAll(one.texts());
        }
        var memory = new Memory(ProcessFigures.peakMegabytes(), workersPeak);
        return new Measured(documents, sentences.size(), stages, memory, bare(rounds));
    }

    /** The sentences of a document that count, without the document. */
    private record Kept(List<String> texts) {
        Kept(Annotated annotated) {
            this(annotated.sentences().stream()
                    .filter(Sentence::counted)
                    .map(sentence -> sentence.span().of(annotated.document().text()))
                    .toList());
        }
    }

    private List<Stage> bare(int rounds) {
        try (var loop = parts.bareLoop()) {
            // Warm: the first batches pay for what is compiled and allocated once.
            loop.encode(sentences.subList(0, Math.min(500, sentences.size())));
            return IntStream.range(0, rounds)
                    .mapToObj(_ -> {
                        var start = System.nanoTime();
                        var cpu = ProcessFigures.cpu();
                        loop.encode(sentences);
                        return new Stage(
                                "encoder alone",
                                Duration.ofNanos(System.nanoTime() - start),
                                ProcessFigures.cpu().minus(cpu));
                    })
                    .toList();
        }
    }

    /** Gives the time since it was last asked to a stage. */
    private final class Clock {
        private long wall = System.nanoTime();
        private Duration cpu = ProcessFigures.cpu();

        void ended(String stage) {
            var nowWall = System.nanoTime();
            var nowCpu = ProcessFigures.cpu();
            add(new Stage(stage, Duration.ofNanos(nowWall - wall), nowCpu.minus(cpu)));
            wall = nowWall;
            cpu = nowCpu;
        }

        private void add(Stage more) {
            for (var i = 0; i < stages.size(); i++) {
                var known = stages.get(i);
                if (!known.name().equals(more.name())) continue;
                stages.set(
                        i,
                        new Stage(
                                known.name(),
                                known.wall().plus(more.wall()),
                                known.cpu().plus(more.cpu())));
                return;
            }
            stages.add(more);
        }
    }
}
