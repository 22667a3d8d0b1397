package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.text.Normalizer;
import java.util.Arrays;

/** Where a document stands in a collection: folders and a name with {@code /} between them. */
public final class DocumentPath {
    private static final int LONGEST = 600;

    private DocumentPath() {}

    /**
     * A path as it is kept.
     *
     * @throws BadInput when it leads out of the collection, is too long or holds what no path has
     */
    public static String of(String written) {
        var path = Normalizer.normalize(written.replace('\\', '/'), Normalizer.Form.NFC)
                .strip();
        var isWrong = path.isEmpty()
                || path.length() > LONGEST
                || path.startsWith("/")
                || path.contains("!/")
                || path.codePoints().anyMatch(DocumentPath::isUnseen)
                || Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."))
                || path.split("/", 2)[0].contains(":");
        if (isWrong)
            throw new BadInput(
                    "path: write folders and a name with / between them, at most %d characters, such as decisions/0007-queue.md"
                            .formatted(LONGEST));
        return path;
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
