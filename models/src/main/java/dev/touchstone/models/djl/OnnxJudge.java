package dev.touchstone.models.djl;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.translator.CrossEncoderTranslator;
import ai.djl.huggingface.translator.TextEmbeddingTranslator;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.util.StringPair;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.Recent;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.PairJudge;
import dev.touchstone.models.judge.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/**
 * A bigger model of the organisation's own as a judge: an ONNX file and its tokenizer, run by DJL with its own translators.
 *
 * <p>Every question is a batch of its own on one thread, so an answer depends on the question only; questions are answered side
 * by side. Loading and running need no network.
 */
public final class OnnxJudge implements PairJudge {
    /** In the order in which DJL's translators give them. */
    private static final List<String> INPUTS = List.of("input_ids", "attention_mask", "token_type_ids");

    /** In characters: bounds the tokenizer's work on text without spaces. */
    private static final int LONGEST_TEXT = 4_000;
    /** Values of a charter, each once: their vectors are wanted for every question. */
    private static final int REMEMBERED = 256;

    private final OnnxModel given;
    private final Model model;
    private final SessionOptions options;
    private final HuggingFaceTokenizer tokenizer;
    private final BlockingQueue<Reader> readers = new LinkedBlockingQueue<>();

    /**
     * Loads a model.
     *
     * @param cache folder for what DJL unpacks
     * @param threads how many questions are answered at a time, each on one core
     * @throws BadInput when the files are not such a model
     */
    public OnnxJudge(OnnxModel given, Path cache, int threads) {
        this.given = given;
        DjlEncoder.stayOffline(cache);
        try {
            // DJL first: once anything else has made ONNX Runtime's environment, DJL's engine cannot start.
            Engine.getEngine("OnnxRuntime");
            options = DjlEncoder.sessionOptions();
            model = Model.newInstance(given.identity(), "OnnxRuntime");
            model.load(given.weights(), null, Map.of("sessionOptions", options));
        } catch (IOException | MalformedModelException | OrtException | EngineException failed) {
            throw new BadInput("%s: ONNX Runtime cannot load it: %s".formatted(given.weights(), reason(failed)));
        }
        var inputs = inputs();
        tokenizer = tokenizer();
        try {
            for (var i = 0; i < threads; i++) readers.add(reader(inputs));
        } catch (IOException failed) {
            throw new BadInput("%s: it cannot be read with: %s".formatted(given.tokenizer(), reason(failed)));
        }
        // What does not fit together is told before a whole audit has been read.
        if (judge(new Question("A sentence.", "", "A value", "What it asks for.")) instanceof Opinion.Failed(var why))
            throw new BadInput("%s: the model cannot be asked as model.yaml says: %s".formatted(given.weights(), why));
    }

    private HuggingFaceTokenizer tokenizer() {
        try {
            return HuggingFaceTokenizer.builder()
                    .optTokenizerPath(given.tokenizer())
                    .optTruncation(true)
                    .optMaxLength(given.longest())
                    .optPadding(false)
                    .build();
        } catch (IOException | RuntimeException failed) {
            throw new BadInput(
                    "%s: this is no tokenizer of Hugging Face's: %s".formatted(given.tokenizer(), reason(failed)));
        }
    }

    private static String reason(Throwable failed) {
        var deepest = failed;
        while (deepest.getCause() != null) deepest = deepest.getCause();
        var message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** DJL would feed inputs by their place; they are named instead, because exporters differ in the order. */
    private Set<String> inputs() {
        var inputs = new TreeSet<>(model.describeInput().keys());
        for (var name : inputs)
            if (!INPUTS.contains(name))
                throw new BadInput("%s: the model wants an input '%s'; only %s can be given"
                        .formatted(given.weights(), name, String.join(", ", INPUTS)));
        return inputs;
    }

    private Reader reader(Set<String> inputs) throws IOException {
        var types = inputs.contains("token_type_ids");
        return switch (given.kind()) {
            case OnnxModel.Encoder encoder ->
                new Likeness(predictor(
                        TextEmbeddingTranslator.builder(tokenizer)
                                .optPoolingMode(encoder.pooling().djl())
                                .optNormalize(true)
                                .optIncludeTokenTypes(types)
                                .build(),
                        inputs));
            case OnnxModel.CrossEncoder(var label) -> new Crossing(crossing(types, inputs), "", label);
            case OnnxModel.Nli(var entailment, var hypothesis) ->
                new Crossing(crossing(types, inputs), hypothesis, entailment);
        };
    }

    private Predictor<StringPair, float[]> crossing(boolean types, Set<String> inputs) throws IOException {
        return predictor(
                CrossEncoderTranslator.builder(tokenizer)
                        .optIncludeTokenTypes(types)
                        .optSigmoid(false)
                        .build(),
                inputs);
    }

    private <I> Predictor<I, float[]> predictor(Translator<I, float[]> translator, Set<String> inputs) {
        return model.newPredictor(new NamedInputs<>(translator, INPUTS, inputs));
    }

    @Override
    public Opinion judge(Question question) {
        try {
            var reader = readers.take();
            try {
                return new Opinion.Given(reader.probability(question));
            } finally {
                readers.add(reader);
            }
        } catch (TranslateException failed) {
            return new Opinion.Failed(reason(failed));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Opinion.Failed("interrupted");
        }
    }

    /** One way to put a question to the model, for one thread at a time. */
    private sealed interface Reader extends AutoCloseable {
        double probability(Question question) throws TranslateException;

        @Override
        void close();
    }

    private static String bounded(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String value(Question question) {
        return question.value() + ": " + question.statement();
    }

    /** The cosine of sentence and value, from -1…1 to 0…1. */
    private static final class Likeness implements Reader {
        private final Predictor<String, float[]> predictor;
        private final Recent<String, float[]> remembered = new Recent<>(REMEMBERED);

        Likeness(Predictor<String, float[]> predictor) {
            this.predictor = predictor;
        }

        @Override
        public double probability(Question question) throws TranslateException {
            var sentence = predictor.predict(bounded(question.sentence()));
            var value = valueVector(bounded(value(question)));
            var cosine = 0.0;
            for (var i = 0; i < sentence.length; i++) cosine += (double) sentence[i] * value[i];
            return Math.clamp((1 + cosine) / 2, 0, 1);
        }

        private float[] valueVector(String text) throws TranslateException {
            var known = remembered.find(text);
            if (known.isPresent()) return known.get();
            var vector = predictor.predict(text);
            remembered.keep(text, vector);
            return vector;
        }

        @Override
        public void close() {
            predictor.close();
        }
    }

    /**
     * Sentence and value read together.
     *
     * @param hypothesis what is said of the sentence, with {@code {value}} and {@code {statement}}; empty: the value itself
     * @param label place of the answer that means yes, when there are several
     */
    private record Crossing(Predictor<StringPair, float[]> predictor, String hypothesis, int label) implements Reader {
        @Override
        public double probability(Question question) throws TranslateException {
            var said = hypothesis.isEmpty()
                    ? value(question)
                    : hypothesis.replace("{statement}", question.statement()).replace("{value}", question.value());
            var logits = predictor.predict(new StringPair(bounded(question.sentence()), bounded(said)));
            if (label >= logits.length)
                throw new TranslateException("the model has %d label%s, so none is number %d (the first is 0)"
                        .formatted(logits.length, logits.length == 1 ? "" : "s", label));
            if (logits.length == 1) return 1 / (1 + Math.exp(-logits[0]));
            var largest = IntStream.range(0, logits.length)
                    .mapToDouble(i -> logits[i])
                    .max()
                    .orElseThrow();
            var sum = 0.0;
            for (var logit : logits) sum += Math.exp(logit - largest);
            return Math.exp(logits[label] - largest) / sum;
        }

        @Override
        public void close() {
            predictor.close();
        }
    }

    @Override
    public String identity() {
        return given.identity();
    }

    @Override
    public void close() {
        readers.forEach(Reader::close);
        tokenizer.close();
        model.close();
        options.close();
    }
}
