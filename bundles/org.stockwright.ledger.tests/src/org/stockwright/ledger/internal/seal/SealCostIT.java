package org.stockwright.ledger.internal.seal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.ChainAnchor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the background sealer costs those who post, in rounds that take turns with and without it. Nightly only: rounds that
 * are short enough for every build tell nothing on a busy machine.
 */
@Tag("nightly")
class SealCostIT extends SealWorld {

    private static final int ROUNDS = 9;
    private static final int SINGLES = 1_000;
    private static final double MOST = 1.1;
    private static final double NANOS = 1e9;

    @BeforeAll
    @Override
    void openWorld() {
        System.setProperty(Sealer.SWITCH, "off");
        try {
            super.openWorld();
        } finally {
            System.clearProperty(Sealer.SWITCH);
        }
    }

    @Test
    void postingLosesAtMostATenthToTheSealer() {
        warehouse.items("S");
        int[] number = { 0 };
        Runnable singles = () -> {
            for (int i = 0; i < SINGLES; i++) {
                post("single" + number[0]++, receipt("S", 1));
            }
        };
        MovementLine[] lines = IntStream.range(0, 500).mapToObj(i -> receipt("S", 1))
            .toArray(MovementLine[]::new);
        Runnable batches = () -> {
            for (int i = 0; i < SINGLES / 25; i++) {
                post("batch" + number[0]++, lines);
            }
        };
        singles.run();
        batches.run();
        double single = compare("single postings", singles);
        double batch = compare("batches of 500 lines", batches);
        isSound();
        assertThat(single).isLessThan(MOST);
        assertThat(batch).isLessThan(MOST);
    }

    private static double seconds(Runnable timed) {
        long start = System.nanoTime();
        timed.run();
        return (System.nanoTime() - start) / NANOS;
    }

    /** The median over the rounds of the time with the sealer by that without it; who begins takes turns. */
    private double compare(String what, Runnable timed) {
        double[] ratios = new double[ROUNDS];
        double with = 0;
        double without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seal();
            double first = round % 2 == 0 ? sealed(timed) : seconds(timed);
            seal();
            double second = round % 2 == 0 ? seconds(timed) : sealed(timed);
            double sealing = round % 2 == 0 ? first : second;
            double alone = first + second - sealing;
            ratios[round] = sealing / alone;
            with += sealing;
            without += alone;
        }
        Arrays.sort(ratios);
        System.out.printf("SealCostIT: %s %.3f s with the sealer, %.3f s without; median ratio %.3f of %s%n", what,
            with / ROUNDS, without / ROUNDS, ratios[ROUNDS / 2], Arrays.toString(ratios));
        return ratios[ROUNDS / 2];
    }

    private double sealed(Runnable timed) {
        BundleContext context = FrameworkUtil.getBundle(Sealer.class).getBundleContext();
        Sealer sealer = new Sealer(warehouse.work(), world.service(ChainAnchor.class));
        ServiceRegistration<ChangeListener> listening = context.registerService(ChangeListener.class, sealer, null);
        try {
            return seconds(timed);
        } finally {
            listening.unregister();
            sealer.close();
        }
    }

}
