package dev.touchstone.models.judge;

/**
 * Says how likely a sentence bears on a value. The answer depends on the question only, never on what else is asked. Safe from
 * several threads.
 */
public interface PairJudge extends AutoCloseable {
    /** One answer; a judge that cannot answer says so and does not throw. */
    Opinion judge(Question question);

    /** Name and version: two judges with the same identity give the same answers. */
    String identity();

    @Override
    void close();
}
