package dev.touchstone.web.json;

import java.math.BigDecimal;

/**
 * What scoring anew from what is kept took, as JSON has it.
 *
 * @param freshWallSeconds of a new home with the same charter
 * @param different documents of which the two say different things
 */
public record RescoreForm(
        int documents,
        int sentences,
        BigDecimal wallSeconds,
        BigDecimal cpuSeconds,
        BigDecimal sentencesPerSecond,
        BigDecimal freshWallSeconds,
        BigDecimal freshCpuSeconds,
        int different) {}
