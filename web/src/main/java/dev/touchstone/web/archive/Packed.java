package dev.touchstone.web.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes in less room. The same bytes give the same packed ones. */
final class Packed {
    private Packed() {}

    static byte[] of(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return packed.toByteArray();
    }

    static byte[] open(byte[] packed) {
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return inflated.readAllBytes();
        } catch (IOException damaged) {
            throw new Damaged("packed bytes are damaged", damaged);
        }
    }
}
