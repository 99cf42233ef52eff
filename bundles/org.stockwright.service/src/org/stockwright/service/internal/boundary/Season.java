package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.stockwright.service.Demand;

/**
 * The demand of some days together: as it was recorded, or normal. Statistics are calculated in double precision and given
 * with nine decimals; quantities and money stay exact.
 */
abstract class Season {

    static final int SCALE = 9;
    private static final NormalDistribution STANDARD = new NormalDistribution();

    /**
     * The season of a demand: recorded days are taken as they were when at least this many seasons of them exist, each
     * beginning on another day.
     */
    private static final int ENOUGH = 20;

    /** The demand of so many days. */
    static Season of(Demand demand, BigDecimal days) {
        int length = days.setScale(0, RoundingMode.CEILING).intValueExact();
        boolean whole = days.stripTrailingZeros().scale() <= 0;
        int seasons = demand.days().size() - length + 1;
        if (whole && seasons >= ENOUGH) {
            return new Recorded(demand.days(), length);
        }
        return new Normal(demand.mean().multiply(days),
            demand.deviation().multiply(days.sqrt(MathContext.DECIMAL64)));
    }

    /** The mean. */
    abstract BigDecimal mean();

    /** The smallest whole number of units that is enough in at least this share of seasons. */
    abstract BigDecimal quantile(Share share);

    /** How many units are wanting on the mean when so many are there: E[(D - q)+]. */
    abstract BigDecimal shortage(BigDecimal units);

    /** How many units are left on the mean when so many are there: E[(q - D)+] = q - E[D] + E[(D - q)+]. */
    final BigDecimal leftover(BigDecimal units) {
        return units.subtract(mean()).add(shortage(units)).max(BigDecimal.ZERO);
    }

    static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(SCALE, RoundingMode.HALF_EVEN);
    }

    /** A season of normal demand. */
    private static final class Normal extends Season {

        private final BigDecimal mean;
        private final BigDecimal deviation;

        Normal(BigDecimal mean, BigDecimal deviation) {
            this.mean = mean;
            this.deviation = deviation;
        }

        @Override
        BigDecimal mean() {
            return mean;
        }

        @Override
        BigDecimal quantile(Share share) {
            return mean.add(share.deviate().multiply(deviation)).setScale(0, RoundingMode.CEILING).max(BigDecimal.ZERO);
        }

        @Override
        BigDecimal shortage(BigDecimal units) {
            if (deviation.signum() == 0) {
                return mean.subtract(units).max(BigDecimal.ZERO);
            }
            double z = units.subtract(mean).divide(deviation, MathContext.DECIMAL64).doubleValue();
            double loss = STANDARD.density(z) - z * (1 - STANDARD.cumulativeProbability(z));
            return deviation.multiply(rounded(Math.max(0, loss)));
        }

    }

    /** The seasons that were, one beginning on each recorded day. */
    private static final class Recorded extends Season {

        private final List<BigDecimal> sums;
        private final BigDecimal mean;

        Recorded(List<BigDecimal> days, int length) {
            List<BigDecimal> all = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < days.size(); i++) {
                sum = sum.add(days.get(i));
                if (i >= length) {
                    sum = sum.subtract(days.get(i - length));
                }
                if (i >= length - 1) {
                    all.add(sum);
                }
            }
            Collections.sort(all);
            this.sums = all;
            this.mean = mean(all);
        }

        private static BigDecimal mean(List<BigDecimal> numbers) {
            return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(numbers.size()),
                SCALE, RoundingMode.HALF_EVEN);
        }

        @Override
        BigDecimal mean() {
            return mean;
        }

        @Override
        BigDecimal quantile(Share share) {
            return sums.get(share.of(sums.size()) - 1).setScale(0, RoundingMode.CEILING);
        }

        @Override
        BigDecimal shortage(BigDecimal units) {
            return mean(sums.stream().map(sum -> sum.subtract(units).max(BigDecimal.ZERO)).toList());
        }

    }

}
