package dev.touchstone.models.djl;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads weight matrices out of an ONNX file: a protocol buffer, of which only the fields named here are looked at. */
final class OnnxFile {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int TENSOR_DIMS = 1;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW_DATA = 9;

    private OnnxFile() {}

    /**
     * A matrix of 32-bit numbers.
     *
     * @param shape rows and columns
     * @param numbers row after row; the caller may write
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over
    record Matrix(long[] shape, float[] numbers) {}

    /** The matrices with these names; those that are not there are not in the answer. */
    static Map<String, Matrix> matrices(Path file, Set<String> names) throws IOException {
        var found = new HashMap<String, Matrix>();
        try (var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var in = CodedInputStream.newInstance(bytes);
            in.setSizeLimit(Integer.MAX_VALUE);
            for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == MODEL_GRAPH) graph(in, names, found);
                else in.skipField(tag);
            }
        }
        return found;
    }

    private static void graph(CodedInputStream in, Set<String> names, Map<String, Matrix> found) throws IOException {
        var outer = in.pushLimit(in.readRawVarint32());
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == GRAPH_INITIALIZER) initializer(in, names, found);
            else in.skipField(tag);
        }
        in.popLimit(outer);
    }

    private static void initializer(CodedInputStream in, Set<String> names, Map<String, Matrix> found)
            throws IOException {
        var outer = in.pushLimit(in.readRawVarint32());
        var shape = new ArrayList<Long>();
        var name = "";
        var raw = ByteBuffer.allocate(0);
        for (var tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TENSOR_DIMS -> dimensions(in, tag, shape);
                case TENSOR_NAME -> name = in.readString();
                case TENSOR_RAW_DATA -> raw = in.readByteBuffer();
                default -> in.skipField(tag);
            }
        }
        in.popLimit(outer);
        if (names.contains(name)) found.put(name, new Matrix(longs(shape), floats(raw)));
    }

    /** Numbers of one field come one by one or packed. */
    private static void dimensions(CodedInputStream in, int tag, List<Long> shape) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
            shape.add(in.readInt64());
            return;
        }
        var outer = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) shape.add(in.readInt64());
        in.popLimit(outer);
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(number -> number).toArray();
    }

    private static float[] floats(ByteBuffer raw) {
        var numbers = new float[raw.remaining() / Float.BYTES];
        raw.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
        return numbers;
    }
}
