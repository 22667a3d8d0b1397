package dev.touchstone.web.cli;

import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Charter;
import dev.touchstone.auditor.charter.Concern;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.web.app.CharterFile;
import dev.touchstone.web.app.Parts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says what is weak about a charter, and suggests concerns for each value that lists none: as YAML, to be"
                        + " pasted into the value and mended.",
        footer = {
            "",
            "A concern is what decision documents argue with, such as cost or privacy; 'charter concerns' lists all of them.",
            "",
            "Example:",
            "  touchstone charter check charter.yaml"
        })
final class CharterCheckCommand implements Runnable {
    private final Terminal terminal;
    private final Supplier<Parts> parts;

    @Parameters(paramLabel = "FILE", description = "The organisation's values, in YAML.")
    private Path file = Path.of("");

    @Mixin
    private ModelOption model = new ModelOption();

    CharterCheckCommand(Terminal terminal, Supplier<Parts> parts) {
        this.terminal = terminal;
        this.parts = parts;
    }

    @Override
    public void run() {
        var read = CharterFile.read(file);
        for (var warning : read.warnings()) terminal.say("warning: " + warning);
        var weights = model.weights();
        try (var opened = parts.get()) {
            show(
                    read.charter(),
                    opened.engine(Optional.empty(), weights, Optional.empty())
                            .annotator()
                            .bundles(read.charter()));
        }
    }

    private void show(Charter charter, List<Bundle> bundles) {
        var count = charter.values().size();
        terminal.print("%s: %d value%s".formatted(charter.organisation(), count, count == 1 ? "" : "s"));
        for (var bundle : bundles) {
            terminal.print("");
            show(charter.value(bundle.value()), bundle);
        }
    }

    private void show(Value value, Bundle bundle) {
        var listed = bundle.origin() == Bundle.Origin.LISTED;
        if (bundle.concerns().isEmpty()) {
            terminal.print(
                    "%s lists no concerns, and its texts come near none; choose some of: touchstone charter concerns"
                            .formatted(value.id()));
            return;
        }
        terminal.print((listed
                        ? "%s bears on, as its charter lists:"
                        : "%s lists no concerns; its statement and behaviours suggest these, to be pasted into it:")
                .formatted(value.id()));
        terminal.print("    concerns:");
        for (var concern : bundle.concerns())
            terminal.print("      - %-25s # %s"
                    .formatted(
                            concern,
                            Concern.named(concern)
                                    .map(Concern::description)
                                    .orElse("not in the inventory: nothing is recognised by it")));
    }
}
