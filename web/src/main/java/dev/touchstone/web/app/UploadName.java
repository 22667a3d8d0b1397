package dev.touchstone.web.app;

/** The name that a sent file is kept under. */
public final class UploadName {
    /** File systems take 255 bytes; a character takes at most four. */
    private static final int LONGEST = 60;

    private UploadName() {}

    /**
     * A name that is one plain file name on every system and shows nothing but itself.
     * <pre>
     * ../../etc/passwd        passwd
     * C:\plans\2024.docx      2024.docx
     * .htaccess               htaccess
     * </pre>
     */
    public static String of(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints().filter(UploadName::isPlain).forEach(clean::appendCodePoint);
        var name = clean.toString().strip().replaceFirst("^[.\\s]+", "").replaceFirst("[.\\s]+$", "");
        return name.isEmpty() ? "unnamed" : shortened(name);
    }

    /** Controls, marks that turn the direction of writing, halves of characters and what systems reserve are left out. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> "<>:\"|?*".indexOf(character) < 0;
        };
    }

    /** Cut before the ending, which tells what the file is. */
    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }
}
