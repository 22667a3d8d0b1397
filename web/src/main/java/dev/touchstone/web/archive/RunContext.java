package dev.touchstone.web.archive;

import dev.touchstone.auditor.audit.Reading;
import dev.touchstone.auditor.audit.Structuring;
import dev.touchstone.auditor.charter.Bundle;
import dev.touchstone.auditor.charter.Value;
import dev.touchstone.auditor.decision.Boilerplate;
import dev.touchstone.auditor.decision.Document;
import dev.touchstone.auditor.decision.Metadata;
import dev.touchstone.auditor.decision.Metadata.Relation;
import dev.touchstone.web.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What only all documents of a collection together show: what repeats across them, how their folders write dates, which records
 * their relations mean. A run is locked to it, so that a document is scored alike whenever that happens.
 *
 * @param bundles how the charter's values were understood when the run began
 * @param settled by path, of the documents for which the others show anything
 */
record RunContext(List<Bundle> bundles, Boilerplate boilerplate, Map<String, Settled> settled) {
    RunContext {
        bundles = List.copyOf(bundles);
        settled = Map.copyOf(settled);
    }

    /** Of a collection in which nothing stands yet. */
    static RunContext empty(List<Bundle> bundles) {
        return new RunContext(bundles, Boilerplate.NONE, Map.of());
    }

    /**
     * What the others show about one document.
     *
     * @param sha256 of its bytes: of other bytes at its path, nothing is known
     * @param date present when it has one
     */
    record Settled(String sha256, Optional<LocalDate> date, List<Relation> relations) {
        Settled {
            relations = List.copyOf(relations);
        }
    }

    static RunContext of(List<Bundle> bundles, List<Document> collection, Structuring structuring) {
        var together = structuring.together(collection);
        var settled = new TreeMap<String, Settled>();
        for (var index = 0; index < collection.size(); index++) {
            var metadata = together.get(index).metadata();
            if (!metadata.equals(collection.get(index).metadata()))
                settled.put(
                        collection.get(index).path(),
                        new Settled(collection.get(index).sha256(), metadata.date(), metadata.relations()));
        }
        return new RunContext(bundles, Boilerplate.of(together), settled);
    }

    Reading settle(Reading reading) {
        return reading.with(this::settle);
    }

    private Document settle(Document document) {
        var known = settled.get(document.path());
        if (known == null || !known.sha256().equals(document.sha256())) return document;
        var own = document.metadata();
        return document.with(new Metadata(
                own.title(), known.date(), own.team(), own.status(), own.authors(), known.relations(), own.origins()));
    }

    /** The same context gives the same bytes. */
    byte[] bytes() {
        var form = new TreeMap<String, SettledForm>();
        settled.forEach((path, one) -> form.put(path, SettledForm.of(one)));
        var text = Json.line(new Form(
                bundles.stream().map(BundleForm::of).toList(),
                List.copyOf(new TreeSet<>(boilerplate.repeated())),
                form));
        return Packed.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static RunContext read(byte[] bytes) {
        var form = Json.read(Form.class, new String(Packed.open(bytes), StandardCharsets.UTF_8), "a run's context");
        var settled = new TreeMap<String, Settled>();
        form.settled().forEach((path, one) -> settled.put(path, one.settled()));
        return new RunContext(
                form.bundles().stream().map(BundleForm::bundle).toList(),
                new Boilerplate(new TreeSet<>(form.repeated())),
                settled);
    }

    private record Form(List<BundleForm> bundles, List<String> repeated, Map<String, SettledForm> settled) {}

    private record BundleForm(String value, List<String> concerns, Bundle.Origin origin) {
        static BundleForm of(Bundle bundle) {
            return new BundleForm(bundle.value().text(), bundle.concerns(), bundle.origin());
        }

        Bundle bundle() {
            return new Bundle(new Value.Id(value), concerns, origin);
        }
    }

    private record SettledForm(String sha256, @Nullable String date, List<RelationForm> relations) {
        static SettledForm of(Settled settled) {
            return new SettledForm(
                    settled.sha256(),
                    settled.date().map(LocalDate::toString).orElse(null),
                    settled.relations().stream()
                            .map(relation -> new RelationForm(relation.kind(), relation.target()))
                            .toList());
        }

        Settled settled() {
            return new Settled(
                    sha256,
                    Optional.ofNullable(date).map(LocalDate::parse),
                    relations.stream()
                            .map(relation -> new Relation(relation.kind(), relation.target()))
                            .toList());
        }
    }

    private record RelationForm(Relation.Kind kind, String target) {}
}
