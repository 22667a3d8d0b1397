package dev.touchstone.models.corenlp;

import edu.stanford.nlp.optimization.AbstractCachingDiffFunction;
import edu.stanford.nlp.optimization.QNMinimizer;
import java.util.Arrays;

/** Finds where a smooth convex function is lowest, by L-BFGS (Nocedal 1980), CoreNLP's. */
public final class QuasiNewton {
    /** How many steps back the curvature is remembered from. */
    private static final int MEMORY = 15;
    /** Relative gain of a step that is not worth another. */
    private static final double CLOSE_ENOUGH = 1e-7;

    private QuasiNewton() {}

    /** A function of several numbers with its slope. */
    public interface Slope {
        /**
         * The value at a point.
         *
         * @param slope all zeros; receives the slope along each number
         */
        double at(double[] point, double[] slope);
    }

    /** The lowest point of a function, from a start that is not written to. */
    public static double[] lowest(Slope function, double[] start) {
        var minimizer = new QNMinimizer(MEMORY, true);
        minimizer.shutUp();
        return minimizer.minimize(new Cached(function, start.length), CLOSE_ENOUGH, start.clone());
    }

    private static final class Cached extends AbstractCachingDiffFunction {
        private final Slope function;
        private final int dimensions;

        Cached(Slope function, int dimensions) {
            this.function = function;
            this.dimensions = dimensions;
        }

        @Override
        public int domainDimension() {
            return dimensions;
        }

        @Override
        protected void calculate(double[] point) {
            Arrays.fill(derivative, 0);
            value = function.at(point, derivative);
        }
    }
}
