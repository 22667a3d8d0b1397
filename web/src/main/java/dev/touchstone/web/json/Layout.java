package dev.touchstone.web.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.Instantiatable;
import java.io.IOException;

/**
 * Line breaks for outer things and one line for each inner one, so that a reference is a line that a person can read and a
 * line tool can find. Line feeds on every system.
 */
final class Layout implements PrettyPrinter, Instantiatable<Layout> {
    /** Deepest object whose keys get a line each: a document of an audit. */
    private static final int OBJECTS = 3;
    /** Deepest list whose items get a line each: the references of a document. */
    private static final int LISTS = 4;

    private int depth;

    @Override
    public Layout createInstance() {
        return new Layout();
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        indent(out, OBJECTS);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        separate(out, OBJECTS);
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        end(out, OBJECTS, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) throws IOException {
        indent(out, LISTS);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        separate(out, LISTS);
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        end(out, LISTS, values, ']');
    }

    private void separate(JsonGenerator out, int deepest) throws IOException {
        out.writeRaw(depth <= deepest ? "," : ", ");
        indent(out, deepest);
    }

    private void end(JsonGenerator out, int deepest, int inside, char bracket) throws IOException {
        var broken = depth <= deepest && inside > 0;
        depth--;
        if (broken) newLine(out);
        out.writeRaw(bracket);
    }

    private void indent(JsonGenerator out, int deepest) throws IOException {
        if (depth <= deepest) newLine(out);
    }

    private void newLine(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
        for (var level = 0; level < depth; level++) out.writeRaw("  ");
    }
}
