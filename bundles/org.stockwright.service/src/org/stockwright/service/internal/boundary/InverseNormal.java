package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;

/**
 * The inverse of the standard normal distribution, by algorithm AS 241 (M. J. Wichura, The Percentage Points of the Normal
 * Distribution, Applied Statistics 37, 1988), routine PPND16: about 16 digits, also far out in the tail.
 */
final class InverseNormal {

    /** Nearer to 0 counts as this, which is nearly eight standard deviations away. */
    static final double NEAREST = 1e-15;

    private static final double HALF = 0.5;
    private static final double MIDDLE = 0.425;
    private static final double MIDDLE_SQUARE = 0.180625;
    private static final double FAR = 5;
    private static final double NEAR_SHIFT = 1.6;

    // the coefficients of the numerators and denominators, the highest power first
    private static final double[] A = { 2509.0809287301226727, 33430.575583588128105, 67265.770927008700853,
        45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745,
        3.387132872796366608 };
    private static final double[] B = { 5226.495278852545925, 28729.085735721942674, 39307.89580009271061,
        21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1 };
    private static final double[] C = { 7.7454501427834140764e-4, .0227238449892691845833, .24178072517745061177,
        1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959,
        1.42343711074968357734 };
    private static final double[] D = { 1.05075007164441684324e-9, 5.475938084995344946e-4, .0151986665636164571966,
        .14810397642748007459, .68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1 };
    private static final double[] E = { 2.01033439929228813265e-7, 2.71155556874348757815e-5, .0012426609473880784386,
        .026532189526576123093, .29656057182850489123, 1.7848265399172913358, 5.4637849111641143699,
        6.6579046435011037772 };
    private static final double[] F = { 2.04426310338993978564e-15, 1.4215117583164458887e-7,
        1.8463183175100546818e-5, 7.868691311456132591e-4, .0148753612908506148525, .13692988092273580531,
        .59983220655588793769, 1 };

    private InverseNormal() {
        // only functions
    }

    /** The deviate, not positive, below which a share of at most a half lies, with {@value Season#SCALE} decimals. */
    static BigDecimal ofTail(double share) {
        double tail = Math.max(share, NEAREST);
        double middle = tail - HALF;
        if (-middle <= MIDDLE) {
            double r = MIDDLE_SQUARE - middle * middle;
            return Season.rounded(middle * polynomial(A, r) / polynomial(B, r));
        }
        double r = Math.sqrt(-Math.log(tail));
        return Season.rounded(r <= FAR ? -polynomial(C, r - NEAR_SHIFT) / polynomial(D, r - NEAR_SHIFT)
            : -polynomial(E, r - FAR) / polynomial(F, r - FAR));
    }

    private static double polynomial(double[] coefficients, double at) {
        double sum = 0;
        for (double one : coefficients) {
            sum = sum * at + one;
        }
        return sum;
    }

}
