package dev.touchstone.models.djl;

import ai.djl.Application;
import ai.djl.MalformedModelException;
import ai.djl.huggingface.translator.TextEmbeddingTranslatorFactory;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * The plainest way to encode many sentences with DJL, as its examples do it: batches of 16 sorted by length, one predictor, two
 * threads of ONNX Runtime. It measures what the encoder alone costs, so that the rest of the pipeline can be compared with it,
 * and does nothing else: vectors are dropped.
 */
public final class BareLoop implements AutoCloseable {
    private static final int BATCH = 16;
    private static final int THREADS = 2;

    private final ZooModel<String, float[]> model;
    private final Predictor<String, float[]> predictor;

    /** @param cache folder that the model's files are unpacked to, once */
    public BareLoop(EncoderModel encoderModel, Path cache) {
        var files = new EncoderFiles(cache);
        try {
            var folder = Files.createDirectories(cache.resolve("bare-" + encoderModel.id()));
            copy(files.file(encoderModel.weights()), folder.resolve("model.onnx"));
            copy(files.file(encoderModel.tokenizer()), folder.resolve("tokenizer.json"));
            model = Criteria.builder()
                    .optApplication(Application.NLP.TEXT_EMBEDDING)
                    .setTypes(String.class, float[].class)
                    .optModelPath(folder)
                    .optModelName("model")
                    .optEngine("OnnxRuntime")
                    .optTranslatorFactory(new TextEmbeddingTranslatorFactory())
                    .optArgument("pooling", "mean")
                    .optArgument("normalize", "true")
                    .optArgument("includeTokenTypes", "true")
                    .optArgument("padding", "true")
                    .optArgument("truncation", "true")
                    .optArgument("maxLength", "128")
                    .optOption("intraOpNumThreads", Integer.toString(THREADS))
                    .optOption("interOpNumThreads", "1")
                    .build()
                    .loadModel();
            predictor = model.newPredictor();
        } catch (IOException | ModelNotFoundException | MalformedModelException failed) {
            throw new EncoderFailed("the encoder " + encoderModel.id() + " cannot be loaded from " + cache, failed);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Encodes every text, repeats included. */
    public void encode(List<String> texts) {
        var sorted =
                texts.stream().sorted(Comparator.comparingInt(String::length)).toList();
        try {
            for (var from = 0; from < sorted.size(); from += BATCH)
                predictor.batchPredict(sorted.subList(from, Math.min(from + BATCH, sorted.size())));
        } catch (TranslateException failed) {
            throw new EncoderFailed("the encoder failed on a batch", failed);
        }
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
    }
}
