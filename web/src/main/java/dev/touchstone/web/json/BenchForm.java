package dev.touchstone.web.json;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a measurement found, as JSON has it.
 *
 * @param bareLoopSeconds median of the rounds of the encoder alone, on the same sentences
 * @param ratio sentences per second of the whole pipeline ÷ those of the encoder alone
 * @param cpuRatio CPU seconds of the encoder alone ÷ those of the whole pipeline: steadier on a machine that others use
 */
public record BenchForm(
        int documents,
        int sentences,
        BigDecimal wallSeconds,
        BigDecimal cpuSeconds,
        BigDecimal sentencesPerSecond,
        List<Stage> stages,
        long serverMegabytes,
        long workersMegabytes,
        BigDecimal bareLoopSeconds,
        BigDecimal bareLoopCpuSeconds,
        BigDecimal bareLoopSentencesPerSecond,
        BigDecimal ratio,
        BigDecimal cpuRatio) {
    /** One step and what it took. */
    public record Stage(String stage, BigDecimal wallSeconds, BigDecimal cpuSeconds) {}
}
