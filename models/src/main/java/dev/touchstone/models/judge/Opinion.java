package dev.touchstone.models.judge;

/** What a judge answers. */
public sealed interface Opinion {
    /** How likely the sentence bears on the value, from 0 to 1; a judge's own scale, made comparable by a calibration. */
    record Given(double probability) implements Opinion {
        public Given {
            if (!(probability >= 0 && probability <= 1))
                throw new IllegalArgumentException("not in 0 to 1: " + probability);
        }
    }

    /** The judge answered, and the answer says nothing: asked again it would say nothing again. */
    record Withheld() implements Opinion {}

    /**
     * There is no answer; another time there may be one.
     *
     * @param reason for a person, such as {@code no answer within 30 seconds}
     */
    record Failed(String reason) implements Opinion {}
}
