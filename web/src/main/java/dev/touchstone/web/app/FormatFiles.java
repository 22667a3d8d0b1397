package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.format.Format;
import dev.touchstone.auditor.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The declarations of formats: those that the product ships, and those of an organisation, which add to them or replace
 * one of the same id. A declaration may be based on another, or, under the id that it replaces, on the one it replaces.
 */
public final class FormatFiles {
    private static final List<String> SHIPPED = List.of(
            "nygard",
            "madr2",
            "log4brains",
            "madr3",
            "madr4",
            "y-statement",
            "tyree-akerman",
            "planguage",
            "arc42",
            "edgex",
            "morgan",
            "nhs-wales",
            "nhs-england",
            "business-case",
            "itd",
            "kep",
            "pep",
            "rust-rfc",
            "swift-evolution",
            "jep",
            "oxide-rfd",
            "gitlab-design",
            "google-design",
            "six-pager",
            "decision-guardian",
            "scribed-minutes",
            "minutes",
            "openstack-spec",
            "resolution",
            Formats.FALLBACK);
    private static final long LARGEST = 1_000_000;

    private FormatFiles() {}

    /** The formats that the product ships. */
    public static Formats shipped() {
        return new Formats(resolved(shippedDeclarations(), Map.of()));
    }

    /**
     * The shipped formats with those of a folder: its files that end in {@code .yaml} or {@code .yml}.
     *
     * @throws BadInput when there is no such folder or a file in it is not a declaration
     */
    public static Formats with(Path folder) {
        if (!Files.isDirectory(folder))
            throw new BadInput(folder + ": no such folder; give the folder with your format declarations");
        var own = new LinkedHashMap<String, FormatDeclaration>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(FormatFiles::isYaml).sorted().toList()) {
                if (Files.size(file) > LARGEST)
                    throw new BadInput(file + ": larger than 1 MB, which no declaration of a format is");
                var declaration = FormatDeclaration.parse(file.toString(), Files.readAllBytes(file));
                var twin = own.putIfAbsent(declaration.id(), declaration);
                if (twin != null)
                    throw declaration
                            .root()
                            .wrong("the id '%s' is already that of %s; keep one"
                                    .formatted(declaration.id(), twin.root().file()));
            }
        } catch (IOException unreadable) {
            throw new BadInput(folder + ": cannot be read; check that you may read it");
        }
        if (own.isEmpty()) throw new BadInput(folder + ": no file in it ends in .yaml; a declaration of a format does");
        return new Formats(resolved(shippedDeclarations(), own));
    }

    private static boolean isYaml(Path file) {
        var name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    private static Map<String, FormatDeclaration> shippedDeclarations() {
        var declarations = new LinkedHashMap<String, FormatDeclaration>();
        for (var id : SHIPPED) {
            var name = "formats/" + id + ".yaml";
            try (var bytes = FormatFiles.class.getResourceAsStream("/" + name)) {
                if (bytes == null) throw new IllegalStateException("the program lacks its file " + name);
                declarations.put(id, FormatDeclaration.parse(name, bytes.readAllBytes()));
            } catch (IOException broken) {
                throw new IllegalStateException("the program's file " + name + " cannot be read", broken);
            }
        }
        return declarations;
    }

    private static List<Format> resolved(Map<String, FormatDeclaration> shipped, Map<String, FormatDeclaration> own) {
        var all = new LinkedHashMap<>(shipped);
        all.putAll(own);
        var formats = new ArrayList<Format>();
        for (var declaration : all.values()) formats.add(new Bases(shipped, all).format(declaration, Set.of()));
        return formats;
    }

    /** Follows {@code based-on}. */
    private record Bases(Map<String, FormatDeclaration> shipped, Map<String, FormatDeclaration> all) {
        Format format(FormatDeclaration declaration, Set<FormatDeclaration> seen) {
            var base = declaration.basedOn();
            if (base.isEmpty()) return declaration.format();
            if (seen.contains(declaration))
                throw base.get().wrong("'%s' is based on itself in a circle".formatted(declaration.id()));
            var through = new java.util.HashSet<>(seen);
            through.add(declaration);
            return declaration.over(
                    format(base(declaration, base.get()), through).reading());
        }

        private FormatDeclaration base(FormatDeclaration declaration, YamlNode base) {
            var id = base.text();
            var found = id.equals(declaration.id()) ? shipped.get(id) : all.get(id);
            return Optional.ofNullable(found)
                    .filter(known -> !known.equals(declaration))
                    .orElseThrow(() -> base.wrong(
                            "no format has the id '%s'; known: %s".formatted(id, String.join(", ", all.keySet()))));
        }
    }
}
