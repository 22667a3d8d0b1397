package dev.touchstone.models.djl;

import ai.djl.ndarray.NDList;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.util.List;
import java.util.Set;

/**
 * A translator of DJL's whose inputs carry the names that the model knows them by, less those that the model does not want.
 *
 * @param names of the inputs in the translator's order
 * @param wanted by the model
 */
record NamedInputs<I, O>(Translator<I, O> translator, List<String> names, Set<String> wanted)
        implements Translator<I, O> {
    NamedInputs {
        names = List.copyOf(names);
        wanted = Set.copyOf(wanted);
    }

    @Override
    public void prepare(TranslatorContext context) throws Exception {
        translator.prepare(context);
    }

    @Override
    public Batchifier getBatchifier() {
        return translator.getBatchifier();
    }

    @Override
    public NDList processInput(TranslatorContext context, I input) throws Exception {
        return named(translator.processInput(context, input));
    }

    @Override
    public NDList batchProcessInput(TranslatorContext context, List<I> inputs) throws Exception {
        return named(translator.batchProcessInput(context, inputs));
    }

    private NDList named(NDList inputs) {
        var named = new NDList();
        for (var i = 0; i < inputs.size(); i++) {
            if (!wanted.contains(names.get(i))) continue;
            inputs.get(i).setName(names.get(i));
            named.add(inputs.get(i));
        }
        return named;
    }

    @Override
    public O processOutput(TranslatorContext context, NDList output) throws Exception {
        return translator.processOutput(context, output);
    }

    @Override
    public List<O> batchProcessOutput(TranslatorContext context, NDList output) throws Exception {
        return translator.batchProcessOutput(context, output);
    }
}
