package dev.touchstone.web.app;

import dev.touchstone.auditor.BadInput;
import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import java.util.ArrayList;
import java.util.List;

/** What is known of a document that is sent, as a folder would tell it: manifest, sidecar, path. */
public final class GivenFields {
    private GivenFields() {}

    /**
     * The fields, the strongest first.
     *
     * @param path that the document is to stand at; empty says nothing
     * @param written such as {@code team=payments}: columns that a manifest has
     * @param sidecar text of a file beside the document, such as kep.yaml; empty when there is none
     * @throws BadInput when a field is none that a manifest has
     */
    public static List<Field> of(String path, List<String> written, String sidecar) {
        if (sidecar.length() > Sidecar.LARGEST)
            throw new BadInput("sidecar: more than %d characters; send metadata only".formatted(Sidecar.LARGEST));
        var fields = new ArrayList<Field>();
        for (var one : written) fields.add(field(one));
        if (!sidecar.isEmpty()) fields.addAll(Sidecar.fields(sidecar));
        if (!path.isEmpty()) fields.addAll(PathFields.of(path));
        return fields;
    }

    private static Field field(String written) {
        var equals = written.indexOf('=');
        var name = equals < 0 ? written.strip() : written.substring(0, equals).strip();
        if (equals < 0 || !Manifest.COLUMNS.contains(name))
            throw new BadInput("field: '%s'; write one of %s, an equals sign and the value, such as team=payments"
                    .formatted(name, String.join(", ", Manifest.COLUMNS)));
        return new Field(name, written.substring(equals + 1).strip(), Origin.MANIFEST);
    }
}
