package dev.touchstone.indexer.extract;

import dev.touchstone.auditor.document.Field;
import dev.touchstone.auditor.document.Field.Origin;
import dev.touchstone.indexer.extract.text.Cleaning;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/** The few of a file's properties that say something about a decision record. */
final class Properties {
    private static final int LONGEST = 1_000;

    private Properties() {}

    static List<Field> fields(Metadata metadata, MediaType type) {
        var fields = new ArrayList<Field>();
        if (type.getType().equals("message") || type.getSubtype().equals("vnd.ms-outlook")) {
            add("Subject", metadata.getValues(DublinCore.SUBJECT), Origin.HEADER, fields);
            if (fields.isEmpty()) add("Subject", metadata.getValues(TikaCoreProperties.TITLE), Origin.HEADER, fields);
            add("From", metadata.getValues(Message.MESSAGE_FROM), Origin.HEADER, fields);
            add("To", metadata.getValues(Message.MESSAGE_TO), Origin.HEADER, fields);
            add("Date", metadata.getValues(TikaCoreProperties.CREATED), Origin.HEADER, fields);
            return fields;
        }
        for (var property :
                new Property[] {TikaCoreProperties.TITLE, TikaCoreProperties.CREATED, TikaCoreProperties.CREATOR})
            add(property.getName(), metadata.getValues(property), Origin.PROPERTIES, fields);
        return fields;
    }

    private static void add(String name, String[] values, Origin origin, List<Field> fields) {
        for (var value : values) {
            var clean = Cleaning.clean(value.length() > LONGEST ? value.substring(0, LONGEST) : value)
                    .strip();
            if (!clean.isEmpty()) fields.add(new Field(name, clean, origin));
        }
    }
}
