package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Figures as bytes. */
class FiguresTest {

    @Test
    void whatIsWrittenIsReadToTheLastDigit() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        Random random = new Random(seed);
        Figures figures = new Figures();
        Map<Long, BigDecimal> expected = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            long id = 1 + random.nextLong(3_000);
            BigDecimal quantity = new BigDecimal(new BigInteger(random.nextInt(89), random), random.nextInt(10));
            quantity = random.nextBoolean() ? quantity.negate() : quantity;
            figures.add(id, quantity);
            expected.merge(id, quantity, BigDecimal::add);
        }
        Figures.Writer writer = new Figures.Writer();
        int[] count = { 0 };
        figures.forEach((id, quantity) -> {
            writer.write(id, quantity);
            count[0]++;
        });
        Figures read = new Figures();
        assertThat(read.read(writer.bytes())).as("seed %d", seed).isEqualTo(count[0]);
        expected.forEach((id, quantity) -> assertThat(read.get(id)).as("seed %d, balance %d", seed, id)
            .isEqualByComparingTo(quantity));
        assertThat(read.get(5_000)).isZero();
    }

    @Test
    void whatWasCutOffIsToldAndNotTakenForFigures() {
        Figures.Writer writer = new Figures.Writer();
        writer.write(7, new BigDecimal("123456789012345678.123456789"));
        byte[] bytes = writer.bytes();
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> new Figures().read(cut)).as("%d bytes", length)
                .isInstanceOf(IllegalArgumentException.class);
        }
    }

}
