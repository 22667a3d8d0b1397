/** Sentence encoders: DJL on ONNX Runtime. The only package that knows either. */
@NullMarked
package dev.touchstone.models.djl;

import org.jspecify.annotations.NullMarked;
