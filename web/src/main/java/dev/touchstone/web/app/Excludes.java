package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Globs for what to leave out, from the command line and from {@code .touchstoneignore} in the folder given. */
record Excludes(List<Exclude> excludes) {
    static final String FILE = ".touchstoneignore";

    /**
     * One glob.
     *
     * @param origin for the reason that a person reads
     */
    record Exclude(String glob, String origin, PathMatcher matcher) {
        static Exclude of(String glob, String origin) {
            var pattern = glob.endsWith("/") ? glob.substring(0, glob.length() - 1) : glob;
            if (pattern.startsWith("/")) pattern = pattern.substring(1);
            try {
                return new Exclude(glob, origin, FileSystems.getDefault().getPathMatcher("glob:" + pattern));
            } catch (PatternSyntaxException broken) {
                throw new BadInput("%s: the glob '%s' is broken: %s".formatted(origin, glob, broken.getDescription()));
            }
        }

        /** A glob without a slash is over names, in any folder; a folder that fits is left out with all that is in it. */
        boolean fits(Path relative) {
            if (matcher.matches(relative)) return true;
            var name = relative.getFileName();
            return !glob.replaceAll("/$", "").contains("/") && name != null && matcher.matches(name);
        }
    }

    static Excludes of(Path folder, List<String> globs) throws IOException {
        var excludes = new ArrayList<Exclude>();
        for (var glob : globs) excludes.add(Exclude.of(glob, "--exclude"));
        var file = folder.resolve(FILE);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            for (var line : Files.readAllLines(file))
                if (!line.isBlank() && !line.startsWith("#")) excludes.add(Exclude.of(line.strip(), FILE));
        return new Excludes(List.copyOf(excludes));
    }

    /** Why a path is left out; empty when it is not. */
    Optional<String> reason(Path relative) {
        return excludes.stream()
                .filter(exclude -> exclude.fits(relative))
                .findFirst()
                .map(exclude -> "excluded by %s: %s".formatted(exclude.origin(), exclude.glob()));
    }
}
