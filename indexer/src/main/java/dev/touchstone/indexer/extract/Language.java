package dev.touchstone.indexer.extract;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import dev.touchstone.auditor.document.Block;
import dev.touchstone.auditor.document.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tells in which language a document is written, from the blocks that are language. */
final class Language {
    /** Fewer letters than this are too few to tell. */
    private static final int LEAST = 120;

    private static final int MOST = 20_000;

    /** Another language than English takes the document out of every rate, so it has to be beyond doubt. */
    private static final double CLEAR = 0.98;

    private static final double LIKELY = 0.5;
    private static final String ENGLISH = "en";

    private final LanguageDetector detector;

    Language() {
        try {
            detector = LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException("the language profiles cannot be read", missing);
        }
    }

    /** ISO 639-1 code; empty when there is too little text to tell. */
    String of(Content content) {
        var sample = new StringBuilder();
        for (var block : content.blocks()) {
            if (block.kind() == Block.Kind.CODE) continue;
            sample.append(block.span().of(content.text())).append('\n');
            if (sample.length() > MOST) break;
        }
        if (sample.codePoints().filter(Character::isLetter).count() < LEAST) return "";
        return detect(sample).orElse("");
    }

    private Optional<String> detect(CharSequence sample) {
        return detector.getProbabilities(sample).stream()
                .findFirst()
                .filter(best ->
                        best.getProbability() >= (best.getLocale().getLanguage().equals(ENGLISH) ? LIKELY : CLEAR))
                .map(best -> best.getLocale().getLanguage());
    }
}
