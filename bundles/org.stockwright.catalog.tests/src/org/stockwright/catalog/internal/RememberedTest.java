package org.stockwright.catalog.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that is kept until it may have changed. */
class RememberedTest {

    @Test
    void itIsLoadedOnceAndAgainWhenItWasForgotten() {
        AtomicInteger loads = new AtomicInteger();
        Remembered<Integer> remembered = new Remembered<>(loads::incrementAndGet);
        assertThat(remembered.get()).isEqualTo(1);
        assertThat(remembered.get()).isEqualTo(1);
        remembered.forget();
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whileItIsRenewedTheOldAnswerIsGivenWithoutWaiting() throws InterruptedException {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Remembered<Integer> remembered = new Remembered<>(() -> {
            int load = loads.incrementAndGet();
            if (load == 2) {
                loading.countDown();
                await(go);
            }
            return load;
        });
        assertThat(remembered.get()).isEqualTo(1);
        Thread renewing = Thread.ofPlatform().start(remembered::renew);
        await(loading);
        assertThat(remembered.get()).isEqualTo(1);
        go.countDown();
        renewing.join();
        assertThat(remembered.get()).isEqualTo(2);
    }

    @Test
    void whoRenewsItSeesHisOwnChangeAlsoWhenAnotherOneIsToldMeanwhile() throws InterruptedException {
        AtomicInteger loads = new AtomicInteger();
        AtomicReference<Remembered<Integer>> itself = new AtomicReference<>();
        AtomicReference<Thread> other = new AtomicReference<>();
        Remembered<Integer> remembered = new Remembered<>(() -> {
            int load = loads.incrementAndGet();
            if (load == 2) {
                other.set(Thread.ofPlatform().start(() -> itself.get().renew()));
                while (other.get().getState() != Thread.State.BLOCKED) {
                    Thread.onSpinWait();
                }
            }
            return load;
        });
        itself.set(remembered);
        remembered.get();
        remembered.renew();
        assertThat(remembered.get()).isGreaterThanOrEqualTo(2);
        other.get().join();
        assertThat(remembered.get()).isEqualTo(3);
    }

    @Test
    void whatCannotBeRenewedIsForgotten() {
        AtomicInteger loads = new AtomicInteger();
        Remembered<Integer> remembered = new Remembered<>(() -> {
            int load = loads.incrementAndGet();
            if (load == 2) {
                throw new IllegalStateException("the database is away");
            }
            return load;
        });
        remembered.get();
        remembered.renew();
        assertThat(remembered.get()).isEqualTo(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

}
