package dev.touchstone.models.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.touchstone.auditor.reference.Embedding;
import dev.touchstone.auditor.work.Background;
import dev.touchstone.models.Recent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sentence encoder on DJL and ONNX Runtime.
 *
 * <p>Each distinct text is encoded once: vectors of the last {@value #REMEMBERED} texts are kept. A text is padded to the next
 * multiple of {@value #STEP} tokens and meets only texts of the same width in its batch, because kernels add up in an order
 * that depends on the width and on nothing else: so its vector is the same, bit for bit, in any company, and adding a document
 * to a collection cannot change another one's result. Batches of one width also waste nothing on padding, which halves the cost
 * against batches of mixed lengths.
 *
 * <p>Safe from several threads.
 */
public final class DjlEncoder implements SentenceEncoder {
    private static final int BATCH = 16;
    private static final int STEP = 4;
    /** In word pieces; what comes after says little more about a sentence, and attention is quadratic. */
    private static final int LONGEST = 128;
    /** In characters: bounds the tokenizer's work on text without spaces. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int REMEMBERED = 20_000;

    private final EncoderModel encoderModel;
    private final Adapter adapter;
    private final Readout readout;
    private final Glance glance;
    private final Path cache;
    private final int threads;
    private final Model model;
    private final SessionOptions options;
    /** The session reads them as long as it lives. */
    private final List<OnnxTensor> changed;

    private final HuggingFaceTokenizer tokenizer;
    private final BlockingQueue<Predictor<TokenBatch, List<Encoded>>> predictors = new LinkedBlockingQueue<>();
    private final ExecutorService workers;
    private final Recent<String, Encoded> remembered = new Recent<>(REMEMBERED);

    /**
     * The model with what it was taught for this product.
     *
     * @param cache folder that the model's files are unpacked to, once
     * @param threads how many batches are encoded at a time, each on one core
     */
    public DjlEncoder(EncoderModel encoderModel, Path cache, int threads) {
        this(encoderModel, Adapter.shipped(encoderModel), cache, threads);
    }

    private DjlEncoder(EncoderModel encoderModel, Adapter adapter, Path cache, int threads) {
        this.encoderModel = encoderModel;
        this.adapter = adapter;
        this.readout = new Readout(adapter);
        this.cache = cache;
        this.threads = threads;
        stayOffline(cache);
        var files = new EncoderFiles(cache);
        var weights = files.file(encoderModel.weights());
        try {
            // DJL first: once anything else has made ONNX Runtime's environment, DJL's engine cannot start.
            Engine.getEngine("OnnxRuntime");
            options = sessionOptions();
            changed = change(options, weights, adapter);
            glance = Glance.of(weights);
            model = Model.newInstance(encoderModel.id(), "OnnxRuntime");
            model.load(cache, weights.getFileName().toString(), Map.of("sessionOptions", options));
            tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(files.file(encoderModel.tokenizer()))
                    .optTruncation(true)
                    .optMaxLength(LONGEST)
                    .optPadding(false)
                    .build();
        } catch (IOException | MalformedModelException | OrtException e) {
            throw new EncoderFailed("the encoder " + encoderModel.id() + " cannot be loaded from " + cache, e);
        }
        // One more for whoever waits for a single batch.
        for (var i = 0; i <= threads; i++) predictors.add(model.newPredictor(new ReadingTranslator(readout)));
        workers = Executors.newFixedThreadPool(threads, new Background("encoder-"));
    }

    /** DJL asks the network for native libraries and sends usage figures unless told not to; the launcher says so too. */
    static void stayOffline(Path cache) {
        System.setProperty("DJL_CACHE_DIR", cache.toString());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    /** One thread a session run: batches run side by side, which costs no waiting at each operator. */
    static SessionOptions sessionOptions() throws OrtException {
        var options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** Puts changed matrices in the place of those in the model's file. */
    private static List<OnnxTensor> change(SessionOptions options, Path weights, Adapter adapter)
            throws IOException, OrtException {
        var names = adapter.changes().stream().map(Adapter.LowRank::name).collect(Collectors.toSet());
        var matrices = OnnxFile.matrices(weights, names);
        var changed = new ArrayList<OnnxTensor>();
        for (var change : adapter.changes()) {
            var matrix = matrices.get(change.name());
            if (matrix == null) throw new IOException(weights + " has no matrix " + change.name());
            change.addTo(matrix.numbers());
            var tensor =
                    OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), direct(matrix.numbers()), matrix.shape());
            options.addInitializer(change.name(), tensor);
            changed.add(tensor);
        }
        return changed;
    }

    private static FloatBuffer direct(float[] numbers) {
        return ByteBuffer.allocateDirect(numbers.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(numbers)
                .flip();
    }

    @Override
    public List<Encoded> read(List<String> texts) {
        var read = new LinkedHashMap<String, Encoded>();
        var missing = new LinkedHashSet<String>();
        for (var text : texts)
            remembered.find(text).ifPresentOrElse(known -> read.put(text, known), () -> missing.add(text));
        readDistinct(List.copyOf(missing), read);
        return texts.stream()
                .map(text -> Objects.requireNonNull(read.get(text)))
                .toList();
    }

    @Override
    public List<Embedding> glance(List<String> texts) {
        return tokens(texts).stream().map(glance::at).toList();
    }

    private void readDistinct(List<String> texts, Map<String, Encoded> read) {
        if (texts.isEmpty()) return;
        var tokens = tokens(texts);
        var batches = batches(tokens);
        var pending = batches.stream()
                .map(members -> new Pending(members, submit(batches.size() == 1, () -> run(members, tokens))))
                .toList();
        for (var batch : pending) {
            var rows = await(batch.rows());
            for (var row = 0; row < rows.size(); row++)
                read.put(texts.get(batch.members().get(row)), rows.get(row));
        }
        for (var text : texts) remembered.keep(text, Objects.requireNonNull(read.get(text)));
    }

    /** What is asked in a search must not wait for all that documents ask: a single batch is run by who needs it. */
    private Future<List<Encoded>> submit(boolean here, Callable<List<Encoded>> work) {
        if (!here) return workers.submit(work);
        var task = new FutureTask<>(work);
        task.run();
        return task;
    }

    private record Pending(List<Integer> members, Future<List<Encoded>> rows) {}

    private List<long[]> tokens(List<String> texts) {
        var bounded = texts.stream()
                .map(text -> text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text)
                .toList();
        return IntStream.iterate(0, from -> from < bounded.size(), from -> from + 512)
                .boxed()
                .flatMap(from -> Arrays.stream(
                        tokenizer.batchEncode(bounded.subList(from, Math.min(from + 512, bounded.size())))))
                .map(Encoding::getIds)
                .toList();
    }

    /** Indices of texts of one width, widest first so that the last batches to finish are short ones. */
    private static List<List<Integer>> batches(List<long[]> tokens) {
        var widths = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < tokens.size(); i++)
            widths.computeIfAbsent(-width(tokens.get(i).length), _ -> new ArrayList<>())
                    .add(i);
        var batches = new ArrayList<List<Integer>>();
        for (var members : widths.values())
            for (var from = 0; from < members.size(); from += BATCH)
                batches.add(List.copyOf(members.subList(from, Math.min(from + BATCH, members.size()))));
        return batches;
    }

    private static int width(int tokens) {
        return (tokens + STEP - 1) / STEP * STEP;
    }

    private List<Encoded> run(List<Integer> members, List<long[]> tokens)
            throws TranslateException, InterruptedException {
        var rows = members.stream().map(tokens::get).toList();
        var width = width(rows.stream().mapToInt(ids -> ids.length).max().orElse(1));
        var predictor = predictors.take();
        try {
            return predictor.predict(new TokenBatch(rows, width));
        } finally {
            predictors.add(predictor);
        }
    }

    private static List<Encoded> await(Future<List<Encoded>> rows) {
        try {
            return rows.get();
        } catch (ExecutionException e) {
            throw new EncoderFailed("the encoder failed on a batch", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EncoderFailed("interrupted while encoding", e);
        }
    }

    @Override
    public int dimensions() {
        return EncoderModel.DIMENSIONS;
    }

    @Override
    public String identity() {
        return "%s-%s-%s"
                .formatted(encoderModel.id(), encoderModel.weights().sha256().substring(0, 8), adapter.hash());
    }

    @Override
    public int traits() {
        return readout.traits();
    }

    @Override
    public SentenceEncoder without(String organisation) {
        var unseen = adapter.trainedOn().contains(organisation) ? Adapter.without(encoderModel, organisation) : adapter;
        return new DjlEncoder(encoderModel, unseen, cache, threads);
    }

    @Override
    public void close() {
        workers.shutdown();
        predictors.forEach(Predictor::close);
        tokenizer.close();
        model.close();
        options.close();
        changed.forEach(OnnxTensor::close);
    }
}
