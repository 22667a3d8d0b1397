package dev.touchstone.web.cli;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.web.app.Parts;
import dev.touchstone.web.archive.HomeFolder;
import dev.touchstone.web.operate.Export;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes what a home shows, to be used elsewhere, also while a service runs.",
        footer = {
            "",
            "json: the audit with its sums (audit.json). csv: every reference (references.csv). jsonl: every document on a line",
            "(documents.jsonl). jsonld: every reference as a Web Annotation (annotations.jsonld). bundle: a folder with charter,",
            "documents and audit, from which the audit can be repeated.",
            "",
            "Examples:",
            "  touchstone export --home home --out export --format csv",
            "  touchstone export --home home --out - --format jsonl --collection payments"
        })
final class ExportCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Option(names = "--home", required = true, paramLabel = "DIR", description = "The home, made by init.")
    private Path home;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder; - is standard output, which a bundle cannot go to.")
    private String out;

    @Option(names = "--collection", paramLabel = "NAME", description = "Only this collection (default: all).")
    private Optional<String> collection = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "One of json, csv, jsonl, jsonld, bundle (default: ${DEFAULT-VALUE}).")
    private String format = "json";

    ExportCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var isBundle = format.equals("bundle");
        if (isBundle && out.equals("-")) throw new BadInput("--out: a bundle is a folder; give one");
        var single = isBundle ? Optional.<Export.Format>empty() : Optional.of(single());
        var folder = new HomeFolder(home);
        folder.check();
        try (var opened = parts.get();
                var ledger = opened.ledger(folder.ledger())) {
            var export = new Export(
                    folder,
                    ledger,
                    collection,
                    () -> opened.engine(Optional.empty(), Optional.empty(), Optional.empty()));
            single.ifPresentOrElse(one -> write(export, one), () -> export.bundle(Path.of(out)));
        }
        if (!out.equals("-")) terminal.say("written to " + out);
    }

    private Export.Format single() {
        return switch (format) {
            case "json", "csv", "jsonl", "jsonld" -> Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
            default ->
                throw new BadInput("--format: %s is none; give json, csv, jsonl, jsonld or bundle".formatted(format));
        };
    }

    private void write(Export export, Export.Format single) {
        if (!out.equals("-")) {
            export.write(single, Path.of(out));
            return;
        }
        var writer = new BufferedWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        try {
            export.write(single, writer);
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write to standard output", failed);
        }
    }
}
