package org.stockwright.base;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every quantity: nothing is rounded that nobody asked to round, and nothing is lost. */
class QuantityPropertyIT {

    @Test
    void aConversionThereAndBackIsExactOrRefused() {
        Samples.check("there and back", samples -> {
            Unit base = samples.unit("count", Rational.ONE);
            Unit pack = samples.chance(50) ? base.pack("BOX", Rational.of(samples.upTo(500), 1))
                : samples.unit("count", samples.positive());
            Quantity before = samples.quantity(pack, 8);

            Outcome<Quantity> there = before.in(base, Rounding.EXACT);

            if (there.isDone()) {
                assertThat(there.value().in(pack, Rounding.EXACT).value()).isEqualTo(before);
            } else {
                assertThat(there.refusals()).allMatch(refusal -> refusal.code() == QuantityRefusal.NOT_EXACT
                    || refusal.code() == QuantityRefusal.TOO_LARGE);
            }
        });
    }

    @Test
    void aPackOfWholeStepsAlwaysConvertsExactly() {
        Samples.check("whole packs", samples -> {
            Unit base = samples.unit("count", samples.positive());
            BigDecimal content = base.step().multiply(BigDecimal.valueOf(samples.upTo(10_000)));
            Unit pack = base.pack("BOX", Rational.of(content));
            Quantity packs = Quantity.of(samples.upTo(100_000), pack);

            Quantity pieces = packs.in(base, Rounding.EXACT).value();

            assertThat(pieces.amount()).isEqualByComparingTo(content.multiply(packs.amount()));
            assertThat(pieces.in(pack, Rounding.EXACT).value()).isEqualTo(packs);
        });
    }

    @Test
    void oneBoxBoughtAndItsPiecesSoldLeaveExactlyZero() {
        Samples.check("box of n", samples -> {
            int content = samples.chance(50) ? 9 : samples.upTo(1000);
            Unit box = Unit.EACH.pack("BOX", Rational.of(content, 1));
            Quantity stock = Quantity.of(1, box).in(Unit.EACH, Rounding.EXACT).value();

            for (int sold = 0; sold < content; sold++) {
                stock = stock.minus(Quantity.of(1, Unit.EACH));
            }

            assertThat(stock).isEqualTo(Quantity.zero(Unit.EACH));
            assertThat(stock.in(box, Rounding.EXACT).value()).isEqualTo(Quantity.zero(box));
        });
    }

    @Test
    void partsOfASplitAddUpToTheWhole() {
        Unit quarter = new Unit("Q", "length", Rational.ONE, 2, new BigDecimal("0.25"));
        Samples.check("splits", samples -> {
            Quantity whole = samples.quantity(samples.chance(30) ? quarter : samples.unit("length", Rational.ONE), 9);
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = samples.upTo(12); i > 0; i--) {
                weights.add(new BigDecimal(samples.whole(4).abs(), samples.upTo(4) - 1));
            }
            weights.add(BigDecimal.ONE);

            List<Quantity> parts = whole.split(weights);

            assertThat(parts).hasSameSizeAs(weights);
            assertThat(parts.stream().reduce(Quantity.zero(whole.unit()), Quantity::plus)).isEqualTo(whole);
            BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (int i = 0; i < parts.size(); i++) {
                Rational exact = Rational.of(whole.amount()).times(Rational.of(weights.get(i)))
                    .dividedBy(Rational.of(total));
                Rational error = Rational.of(parts.get(i).amount())
                    .plus(exact.times(Rational.of(-1, 1)));
                assertThat(abs(error)).as("a part is less than a step away from its share")
                    .isLessThan(Rational.of(whole.unit().step()));
                assertThat(parts.get(i).signum() * whole.signum()).isNotNegative();
            }
        });
    }

    private static Rational abs(Rational number) {
        return number.signum() < 0 ? number.times(Rational.of(-1, 1)) : number;
    }

    @Test
    void whatDoesNotComeOutEvenIsRefusedOrRoundedAsNamed() {
        Samples.check("no silent rounding", samples -> {
            Unit from = samples.unit("mass", samples.positive());
            Unit to = samples.unit("mass", samples.positive());
            Quantity quantity = samples.quantity(from, 7);
            Rational exact = Rational.of(quantity.amount()).times(from.factor()).dividedBy(to.factor());

            Outcome<Quantity> even = quantity.in(to, Rounding.EXACT);
            if (even.isDone()) {
                assertThat(Rational.of(even.value().amount())).isEqualTo(exact);
            } else {
                assertThat(even.refusals().getFirst().hint()).isNotEmpty();
            }
            for (Rounding rounding : List.of(Rounding.DOWN, Rounding.UP, Rounding.HALF_UP, Rounding.HALF_EVEN)) {
                Outcome<Quantity> rounded = quantity.in(to, rounding);
                if (rounded.isDone()) {
                    Rational error = Rational.of(rounded.value().amount()).plus(exact.times(Rational.of(-1, 1)));
                    boolean half = rounding == Rounding.HALF_UP || rounding == Rounding.HALF_EVEN;
                    Rational bound = Rational.of(to.step()).times(half ? Rational.of(1, 2) : Rational.ONE);
                    assertThat(abs(error)).isLessThanOrEqualTo(bound);
                    assertThat(even.isDone() && error.signum() != 0).isFalse();
                }
            }
        });
    }

    @Test
    void textsAreNumbersOrRefusedButNeverSomethingElse() {
        Unit kilogram = Unit.of("KG", "mass", Rational.ONE, 3);
        Samples.check("garbage", samples -> {
            String text = samples.garbage();

            Outcome<Quantity> quantity = Quantity.parse(text, kilogram);

            if (quantity.isDone()) {
                String plain = text.strip().replace(',', '.');
                assertThat(new BigDecimal(plain)).isEqualByComparingTo(quantity.value().amount());
            } else {
                assertThat(quantity.refusals()).allSatisfy(refusal -> {
                    assertThat(refusal.hint()).isNotEmpty();
                    assertThat(refusal.toString()).hasSizeLessThan(500);
                });
            }
        });
    }

    @Test
    void additionHasTheLawsOfWholeSteps() {
        Samples.check("addition", samples -> {
            Unit unit = samples.unit("count", Rational.ONE);
            Quantity a = samples.quantity(unit, 9);
            Quantity b = samples.quantity(unit, 9);

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(a.minus(a)).isEqualTo(Quantity.zero(unit));
            assertThat(a.negate().negate()).isEqualTo(a).hasSameHashCodeAs(a);
            assertThat(a.compareAmount(b)).isEqualTo(-b.compareAmount(a));
            BigInteger steps = a.amount().divide(unit.step()).toBigIntegerExact();
            assertThat(a.amount()).isEqualByComparingTo(unit.step().multiply(new BigDecimal(steps)));
        });
    }

    @Test
    void whatIsBeyondTheLimitsIsRefusedByName() {
        Unit gram = Unit.of("G", "mass", Rational.ONE, 9);
        Unit hour = Unit.of("H", "time", Rational.ONE, 2);
        Samples.check("limits", samples -> {
            BigDecimal most = BigDecimal.TEN.pow(Quantity.MAX_INTEGER_DIGITS);
            BigDecimal large = most.add(new BigDecimal(samples.whole(12).abs()));
            BigDecimal fine = BigDecimal.ONE.movePointLeft(10 + samples.upTo(23));
            for (BigDecimal beyond : List.of(large, large.negate(), BigDecimal.ONE.scaleByPowerOfTen(2_000_000_000))) {
                assertThat(Quantity.checked(beyond, gram).refusals()).extracting(Refusal::code)
                    .containsExactly(QuantityRefusal.TOO_LARGE);
            }
            assertThat(Quantity.checked(fine, gram).refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(QuantityRefusal.TOO_MANY_DECIMALS);
                assertThat(refusal.hint()).as("names the scale").contains("9");
            });
            assertThat(Quantity.checked(most.subtract(BigDecimal.ONE), gram).isDone()).isTrue();
            assertThat(Quantity.of(samples.upTo(1_000), gram).in(hour, Rounding.HALF_UP).refusals())
                .extracting(Refusal::code).containsExactly(QuantityRefusal.DIMENSIONS_DIFFER);
            assertThat(Quantity.parse("-0", gram).value()).isEqualTo(Quantity.zero(gram));
            for (String text : List.of("NaN", "Infinity", "1e9", "0x10", "1_000", "\u0661")) {
                assertThat(Quantity.parse(text, gram).refusals()).as(text).extracting(Refusal::code)
                    .containsExactly(QuantityRefusal.NOT_A_NUMBER);
            }
        });
    }

}
