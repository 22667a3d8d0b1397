package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.reference.Annotator;
import dev.touchstone.auditor.search.SearchIndex;
import dev.touchstone.auditor.search.Searching;
import dev.touchstone.auditor.structure.Structure;
import dev.touchstone.indexer.archive.ledger.Database;
import dev.touchstone.indexer.archive.ledger.Ledger;
import dev.touchstone.indexer.archive.ledger.Users.Role;
import dev.touchstone.indexer.extract.WorkerPool;
import dev.touchstone.indexer.extract.WorkerSettings;
import dev.touchstone.indexer.search.LuceneIndex;
import dev.touchstone.indexer.search.LuceneIndexes;
import dev.touchstone.models.classify.ArgumentEvaluation;
import dev.touchstone.models.classify.Calibrating;
import dev.touchstone.models.classify.Evaluation;
import dev.touchstone.models.classify.LanguageModels;
import dev.touchstone.models.classify.Training;
import dev.touchstone.models.classify.ValuesAnnotator;
import dev.touchstone.models.classify.Weights;
import dev.touchstone.models.corenlp.CoreNlpDependencies;
import dev.touchstone.models.corenlp.CoreNlpSentences;
import dev.touchstone.models.djl.BareLoop;
import dev.touchstone.models.djl.DjlEncoder;
import dev.touchstone.models.djl.EncoderModel;
import dev.touchstone.models.djl.OnnxJudge;
import dev.touchstone.models.djl.SentenceEncoder;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.web.endpoint.EndpointJudge;
import dev.touchstone.web.endpoint.EndpointSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the parts of the program, each once, with plain {@code new}. For one thread. */
public final class Wiring implements Parts {
    private final Settings settings;
    /** The last one that was opened is closed first. */
    private final Deque<Runnable> closing = new ArrayDeque<>();

    private Optional<WorkerPool> extractor = Optional.empty();
    private Optional<Late<SentenceEncoder>> encoder = Optional.empty();
    private Optional<Late<LanguageModels>> language = Optional.empty();

    private Wiring(Settings settings) {
        this.settings = settings;
    }

    /** The parts for this process and its environment; nothing is opened yet. */
    public static Parts open() {
        return open(Settings.ofEnvironment());
    }

    /** The parts for other settings than those of this process. */
    public static Parts open(Settings settings) {
        return new Wiring(settings);
    }

    @Override
    public Engine engine(Optional<Path> formats, Optional<Weights> weights, Optional<OwnModel> bigger) {
        var declared = formats.map(FormatFiles::with).orElseGet(FormatFiles::shipped);
        return new Engine(
                extractor(),
                new Structure(declared),
                annotator(weights.orElseGet(this::weights), bigger),
                Version.text(),
                settings.workers(),
                settings.least());
    }

    /** The usual one is known by its weights, and so need not be waited for. */
    private Annotator annotator(Weights weights, Optional<OwnModel> bigger) {
        if (bigger.isPresent())
            return new ValuesAnnotator(language().get(), weights, bigger.map(own -> own.second(opened(own))));
        var models = language();
        return new LateAnnotator(
                ValuesAnnotator.identity(weights), Late.begin(() -> new ValuesAnnotator(models.get(), weights)));
    }

    @Override
    public SearchIndex index(Path folder) {
        return LuceneIndex.open(folder, new LateEncoder(weights().encoder(), encoder()));
    }

    @Override
    public Searching together(List<SearchIndex> indexes) {
        // All that index() opens are Lucene's.
        return new LuceneIndexes(indexes.stream().map(LuceneIndex.class::cast).toList());
    }

    @Override
    public Bounds bounds() {
        return settings.bounds();
    }

    @Override
    public Set<Role> secondFactor() {
        return settings.secondFactor();
    }

    @Override
    public Database database(Path file) {
        return settings.server().<Database>map(server -> server).orElseGet(() -> Database.Embedded.in(file));
    }

    @Override
    public Ledger ledger(Path file) {
        return Ledger.open(database(file), InstantSource.system(), new SecureRandom());
    }

    @Override
    public Evaluation evaluation(Optional<OwnModel> bigger) {
        return new Evaluation(language().get(), InstantSource.system(), bigger.map(own -> own.second(judge(own))));
    }

    @Override
    public Calibrating calibrating() {
        return new Calibrating(language().get());
    }

    @Override
    public PairJudge judge(OwnModel bigger) {
        return new InsistentJudge(opened(bigger));
    }

    @Override
    public Optional<String> leaving(Optional<OwnModel> bigger) {
        return bigger.flatMap(own -> switch (own.kind()) {
            case OwnModel.Kind.Onnx _ -> Optional.empty();
            case OwnModel.Kind.Endpoint _ -> Optional.of(endpoint(own).warning());
        });
    }

    private PairJudge opened(OwnModel bigger) {
        var opened = switch (bigger.kind()) {
            case OwnModel.Kind.Onnx(var model) ->
                new OnnxJudge(model, settings.cache(), Runtime.getRuntime().availableProcessors());
            case OwnModel.Kind.Endpoint _ ->
                new EndpointJudge(endpoint(bigger), settings.cache().resolve("answers"), EndpointJudge.Waits.USUAL);
        };
        closing.push(opened::close);
        return opened;
    }

    private EndpointSettings endpoint(OwnModel bigger) {
        return settings.endpoint()
                .orElseThrow(
                        () -> new BadInput(
                                "%s: its model.yaml says endpoint, and TOUCHSTONE_ANNOTATOR_URL is not set;"
                                                .formatted(bigger.folder())
                                        + " set it with TOUCHSTONE_ANNOTATOR_HOSTS and TOUCHSTONE_ANNOTATOR_MODEL to allow it"));
    }

    @Override
    public ArgumentEvaluation argumentEvaluation() {
        return new ArgumentEvaluation(language().get());
    }

    @Override
    public Training training() {
        return new Training(language().get());
    }

    @Override
    public Weights weights() {
        return Weights.shipped(EncoderModel.MINILM);
    }

    private WorkerPool extractor() {
        if (extractor.isEmpty()) {
            var usual = WorkerSettings.usual(settings.cache().resolve("workers"));
            var pool = new WorkerPool(new WorkerSettings(
                    settings.workers(),
                    Duration.ofSeconds(settings.readSeconds()),
                    settings.workerMegabytes(),
                    usual.java(),
                    usual.classPath(),
                    usual.folder()));
            closing.push(pool::close);
            extractor = Optional.of(pool);
        }
        return extractor.get();
    }

    private Late<LanguageModels> language() {
        if (language.isEmpty()) {
            var reader = encoder();
            language = Optional.of(Late.begin(
                    () -> new LanguageModels(new CoreNlpSentences(), new CoreNlpDependencies(), reader.get())));
        }
        return language.get();
    }

    @Override
    public BareLoop bareLoop() {
        return new BareLoop(EncoderModel.MINILM, settings.cache());
    }

    private Late<SentenceEncoder> encoder() {
        if (encoder.isEmpty()) {
            var threads = Runtime.getRuntime().availableProcessors();
            Late<SentenceEncoder> opening =
                    Late.begin(() -> new DjlEncoder(EncoderModel.MINILM, settings.cache(), threads));
            closing.push(() -> opening.get().close());
            encoder = Optional.of(opening);
        }
        return encoder.get();
    }

    @Override
    public void close() {
        while (!closing.isEmpty()) closing.pop().run();
    }
}
