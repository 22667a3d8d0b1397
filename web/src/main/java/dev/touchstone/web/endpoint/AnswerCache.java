package dev.touchstone.web.endpoint;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.models.judge.Opinion;
import dev.touchstone.models.judge.Question;
import dev.touchstone.web.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers by what was asked, one small file each, there whole or not at all: so a second run gives the same answers, without
 * the model too. A file has the answer only, not the sentence.
 */
record AnswerCache(Path folder) {
    /** A file's content; without a probability the model had no opinion. */
    private record Kept(@Nullable Double probability) {}

    /** What was answered before; a file that is damaged is none. */
    Optional<Opinion> find(String judge, Question question) {
        var file = file(judge, question);
        if (!Files.exists(file)) return Optional.empty();
        try {
            var kept = Json.readLine(Kept.class, Files.readString(file), file.toString());
            if (kept.probability() == null) return Optional.of(new Opinion.Withheld());
            return Optional.of(new Opinion.Given(kept.probability()));
        } catch (IOException | BadInput | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Keeps an answer; a failure is none. */
    void keep(String judge, Question question, Opinion opinion) {
        switch (opinion) {
            case Opinion.Given(var probability) -> write(file(judge, question), new Kept(probability));
            case Opinion.Withheld _ -> write(file(judge, question), new Kept(null));
            case Opinion.Failed _ -> {}
        }
    }

    private static void write(Path file, Kept kept) {
        try {
            Files.createDirectories(file.getParent());
            var partial = Files.createTempFile(file.getParent(), "answer", ".part");
            Files.writeString(partial, Json.line(kept));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    private Path file(String judge, Question question) {
        try {
            var asked = Json.line(List.of(judge, question));
            var hash = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            var name = HexFormat.of().formatHex(hash);
            return folder.resolve(name.substring(0, 2)).resolve(name + ".json");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
